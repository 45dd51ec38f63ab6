import { parseDockerfile, sourceText } from '@dockwarden-internal/syntax';
import { oncePerBreak } from './once-per-break.ts';

const lines = (text: string) =>
  oncePerBreak(parseDockerfile(sourceText('Dockerfile', text))).map(
    ({ span }) => text.slice(0, span.start).split('\n').length,
  );

test('text that lost its place is one fault, until an instruction comes', () => {
  expect(lines('FROM a\nRUN a\nb c\nd e\n\nf\nRUN g\nh\nENV\n')).toEqual([3, 8, 9]);
});

test('a template is one fault, what is wrong for other reasons another', () => {
  expect(lines('FROM a:{{ tag }}\nRUN a\n{{ if x }}\nb\nENV\n{{ end }}\n%%EXTRAS%%\n')).toEqual([1, 5]);
  expect(lines('FROM a\nRUN b\n%%EXTRAS%%\nRUN c\nd\n')).toEqual([3]);
});
