import { unknown, unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { copiedOf } from './copied.ts';
import { copiedPath } from './copied-path.ts';

const paths = (line: string, files: Record<string, string> = {}) =>
  copiedOf(dockerfileOf(`FROM debian:12\nWORKDIR /app\n${line}\n`, { files }).stages[0]!).map(copiedPath);

test.each([
  ['COPY key.json /run/key', ['/run/key']],
  ['COPY key.json /run/', ['/run/key.json']],
  ['COPY a/key.json .', ['/app/key.json']],
  ['COPY a/key.json /', ['/key.json']],
  ['COPY a.json b.json ./', ['/app/a.json', '/app/b.json']],
  ['COPY *.json ./', [unknown]],
  ['COPY keys ./', [unknown]],
  ['ARG X\nCOPY key.json $X', [unresolved]],
  ['ADD https://example.org/a.json /x/', ['/x/a.json']],
  ['COPY --from=a /keys/a.pem /x/', ['/x/a.pem']],
])('%s', (line, expected) => {
  expect(paths(line)).toEqual(expected);
});

test('the disk tells files from folders', () => {
  expect(paths('COPY key ./', { key: '' })).toEqual(['/app/key']);
  expect(paths('COPY conf.d ./', { 'conf.d/a': '' })).toEqual([unknown]);
});

test('a heredoc is a file at its target', () => {
  expect(paths('COPY <<EOF /run/key\nx\nEOF')).toEqual(['/run/key']);
});
