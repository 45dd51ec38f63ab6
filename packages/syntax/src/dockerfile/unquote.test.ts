import { expect, test } from '@jest/globals';
import { unquote } from './unquote.ts';

test.each([
  ['plain', 'plain'],
  ['"a b"', 'a b'],
  ['a\'b\'"c"', 'abc'],
  ['a\\ b\\"', 'a b"'],
  ['"a\\b\\"\\$\\\\"', 'a\\b"$\\'],
  ["'a\\'", 'a\\'],
  ['"$A ${B:-c}"', '$A ${B:-c}'],
  ['"open', 'open'],
  ['a\\', 'a'],
])('%s', (text, value) => {
  expect(unquote(text, '\\')).toBe(value);
});

test('the other escape character', () => {
  expect(unquote('c:\\a` b', '`')).toBe('c:\\a b');
});
