import { sourceText, textAt } from '@dockwarden-internal/syntax';
import type { LocatedScalar } from './located.ts';
import { cut, split } from './pieces.ts';
import { expand } from './variables/expand.ts';

/** A scalar written like this, with no variable set. */
function written(text: string): LocatedScalar {
  const { text: value, holes } = expand(text.replace(/^"|"$/g, ''), { get: () => undefined, unset: 'keep' });
  const source = sourceText('x', `- ${text}\n`);
  return {
    kind: 'scalar',
    value,
    holes,
    place: { source, span: { start: 2, end: 2 + text.length } },
    folder: '.',
    fixable: true,
  };
}

test('pieces point at their own words, in quotes too', () => {
  for (const text of ['8080:80', '"8080:80"']) {
    expect(split(written(text), ':').map((piece) => [piece.value, textAt(piece.place)])).toEqual([
      ['8080', '8080'],
      ['80', '80'],
    ]);
  }
});

test('a variable without value is never split', () => {
  const pieces = split(written('${A:?no:thing}:${B}x:80'), ':');
  expect(pieces.map((piece) => [piece.value, piece.holes.map((hole) => hole.variable)])).toEqual([
    ['${A:?no:thing}', ['A']],
    ['${B}x', ['B']],
    ['80', []],
  ]);
  expect(pieces[1]?.holes).toEqual([{ start: 0, end: 4, variable: 'B' }]);
});

test('a text that is not in the file as it is has one place', () => {
  const [first] = split(written('$$a:b'), ':');
  expect([first?.value, textAt(first!.place)]).toEqual(['$a', '$$a:b']);
});

test('cut takes the first separator', () => {
  expect(cut(written('a=b=c'), '=').map((piece) => piece?.value)).toEqual(['a', 'b=c']);
  expect(cut(written('a'), '=')).toHaveLength(1);
});
