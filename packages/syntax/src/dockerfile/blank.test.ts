import { expect, test } from '@jest/globals';
import { isBlank, isSpace, skipSpace, trimSpaceEnd } from './blank.ts';

test('white space is what Go takes for it', () => {
  const space = [...'\t\n\v\f\r \u0085\u00a0\u1680\u2003\u2028\u2029\u202f\u205f\u3000'];
  expect(space.every((char) => isSpace(char.charCodeAt(0)))).toBe(true);
  expect([...'a\u200b\ufeff\u0000'].some((char) => isSpace(char.charCodeAt(0)))).toBe(false);
});

test('blanks are the narrower set that splits words, without the line feed', () => {
  expect([...'\t\v\f\r '].every((char) => isBlank(char.charCodeAt(0)))).toBe(true);
  expect([...'\n\u00a0\u0085'].some((char) => isBlank(char.charCodeAt(0)))).toBe(false);
});

test('skips and trims within the bounds given', () => {
  expect(skipSpace('  a', 0, 3)).toBe(2);
  expect(skipSpace('   ', 0, 2)).toBe(2);
  expect(trimSpaceEnd('a  ', 0, 3)).toBe(1);
  expect(trimSpaceEnd('   ', 1, 3)).toBe(1);
});
