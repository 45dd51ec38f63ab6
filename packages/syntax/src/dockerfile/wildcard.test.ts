import { expect, test } from '@jest/globals';
import { parseWildcard, wildcardMatcher } from './wildcard.ts';

function endOf(pattern: string, value: string, greedy: boolean, start = 0): number {
  const parts = parseWildcard(pattern);
  if (typeof parts === 'string') throw new Error(parts);
  return wildcardMatcher(parts, Array.from(value), greedy).endAt(start);
}

test('stars are short or long', () => {
  expect(endOf('*/', 'a/b/c', false)).toBe(2);
  expect(endOf('*/', 'a/b/c', true)).toBe(4);
  expect(endOf('a?c', 'abc', true)).toBe(3);
  expect(endOf('x', 'abc', true)).toBe(-1);
  expect(endOf('', 'abc', true)).toBe(0);
});

test('neither star nor question mark covers a line feed', () => {
  expect(endOf('*', 'ab\ncd', true)).toBe(2);
  expect(endOf('ab?', 'ab\n', true)).toBe(-1);
});

test('escapes', () => {
  expect(endOf('\\*', '*a', true)).toBe(1);
  expect(endOf('\\/', '/a', true)).toBe(1);
  expect(parseWildcard('\\a')).toBe('\\a escapes nothing');
  expect(parseWildcard('a\\')).toBe('\\ escapes nothing');
});

test('a nasty pattern takes linear time for each of its parts', () => {
  const start = performance.now();
  expect(endOf('*a'.repeat(30).concat('b'), 'a'.repeat(5000), false)).toBe(-1);
  expect(performance.now() - start).toBeLessThan(60_000);
});
