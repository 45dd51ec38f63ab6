import { expect, test } from '@jest/globals';
import { goBoolean, goDuration, goInt32 } from './go-values.ts';

test.each([
  ['1s', 1e9],
  ['1h2m3.5s', 3723.5e9],
  ['.5ms', 5e5],
  ['-2us', -2000],
  ['1µs', 1000],
  ['0', 0],
  ['', undefined],
  ['1', undefined],
  ['s', undefined],
  ['.s', undefined],
  ['1d', undefined],
  ['9999999h', undefined],
])('%s', (text, nanoseconds) => {
  expect(goDuration(text)).toBe(nanoseconds);
});

test('numbers and truth values', () => {
  expect(['3', '-1', '+2', '2147483648', 'x', '1_0'].map(goInt32)).toEqual([3, -1, 2, undefined, undefined, undefined]);
  expect(['T', 'false', 'yes'].map(goBoolean)).toEqual([true, false, undefined]);
});
