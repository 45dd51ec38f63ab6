import { expect, test } from '@jest/globals';
import { treeOf } from '../testing.ts';

test('each instruction is checked for its flags, its arguments and its own rules', () => {
  expect(
    treeOf('FROM a\nHEALTHCHECK --foo --interval=x CDM y\nUSER --bar\n').faults.map((fault) => fault.code),
  ).toEqual([
    'syntax/unknown-flag',
    'syntax/flag-value',
    'syntax/healthcheck',
    'syntax/missing-argument',
    'syntax/unknown-flag',
  ]);
});

test('what only a build of a trigger would refuse is marked so', () => {
  expect(treeOf('FROM a\nONBUILD EXPOSE http\nONBUILD EXPOSE\n').faults.map((fault) => fault.later)).toEqual([
    'build',
    'trigger',
  ]);
});
