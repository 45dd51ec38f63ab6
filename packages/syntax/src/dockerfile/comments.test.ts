import { expect, test } from '@jest/globals';
import { cut, treeOf } from './testing.ts';

test('comments between and inside instructions, with their lines', () => {
  const text = 'FROM a\n  #  one \r\nRUN b \\\n# two\n c # three\n##\n';
  const { comments } = treeOf(text);
  expect(comments.map(({ text: words, line, inside, span }) => [words, line, inside, cut(text, span)])).toEqual([
    ['one', 2, false, '#  one '],
    ['two', 4, true, '# two'],
    ['#', 6, false, '##'],
  ]);
});
