import { expect, test } from '@jest/globals';
import { equalsWithin, quotedWords } from './quoted-words.ts';

const BACKSLASH = 92;
const split = (text: string) =>
  quotedWords(text, 0, text.length, BACKSLASH).map(({ start, end }) => text.slice(start, end));

test.each([
  ['a b', ['a', 'b']],
  ['a="b c" d', ['a="b c"', 'd']],
  ["a='b\\' c", ["a='b\\'", 'c']],
  ['a="b\\" c" d', ['a="b\\" c"', 'd']],
  ['a\\ b c', ['a\\ b', 'c']],
  ['a\u00a0b', ['a', 'b']],
  ['""', ['""']],
  ['a\\', ['a']],
  ['\\', []],
  ['"a b', ['"a b']],
  ['', []],
])('%s', (text, words) => {
  expect(split(text)).toEqual(words);
});

test('finds = within a word only', () => {
  expect(equalsWithin('a b=c', 0, 1)).toBe(-1);
  expect(equalsWithin('a b=c', 2, 5)).toBe(3);
});
