import { couldBecome } from './could-become.ts';

test.each([
  ['base-${ARCH}', 'base-arm64', true],
  ['base-${ARCH}', 'BASE-arm64', true],
  ['base-${ARCH}', 'debug', false],
  ['${A}', 'anything', true],
  ['$A-$B', 'x-y', true],
  ['$A-$B', 'xy', false],
  ['a${X}a', 'a', false],
  ['a${X}a', 'aa', true],
  ['node:${TAG}', 'node', false],
  ['"base-${X}"', 'base-1', true],
  ['base', 'base', true],
  ['base', 'base2', false],
])('%s could become %s: %s', (text, wanted, expected) => {
  expect(couldBecome(text, wanted, '\\')).toBe(expected);
});
