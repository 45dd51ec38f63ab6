import { expect, test } from '@jest/globals';
import { replaceMatches, trimMatch } from './substitute.ts';

test('trims the shortest or longest match off an end', () => {
  expect(trimMatch('#', false, '*/', '/a/b')).toEqual({ value: 'a/b' });
  expect(trimMatch('#', true, '*/', '/a/b')).toEqual({ value: 'b' });
  expect(trimMatch('%', false, '.*', 'a.b.c')).toEqual({ value: 'a.b' });
  expect(trimMatch('%', true, '.*', 'a.b.c')).toEqual({ value: 'a' });
  expect(trimMatch('%', false, '😀', 'a😀')).toEqual({ value: 'a' });
});

test('replaces one match or all, $0 standing for the match where all are replaced', () => {
  expect(replaceMatches('/', 'a', '-', 'aba')).toEqual({ value: '-ba' });
  expect(replaceMatches('//', 'a', '<$0>', 'aba')).toEqual({ value: '<a>b<a>' });
  expect(replaceMatches('//', '', '-', 'ab')).toEqual({ value: '-a-b-' });
  expect(replaceMatches('//', '*', 'x', 'ab')).toEqual({ value: 'x' });
  expect(replaceMatches('//', 'a', '$$${1}$x', 'ab')).toEqual({ value: '$b' });
});

test('a bad pattern is told, and what would take too long is unknown', () => {
  expect(trimMatch('#', false, '\\a', 'b')).toEqual({ failure: expect.stringContaining('escapes nothing') });
  expect(replaceMatches('//', '\\a', '', 'b')).toEqual({ failure: expect.stringContaining('escapes nothing') });
  expect(trimMatch('#', false, '*a'.repeat(2000), 'a'.repeat(2000))).toBe('unknown');
  expect(replaceMatches('//', '', 'x'.repeat(10_000), 'a'.repeat(10_000))).toBe('unknown');
});
