import { expect, test } from '@jest/globals';
import type { TargetConfiguration } from '@nx/devkit';
import { FRESH_FIX } from '../../inference/task-inputs.ts';
import { hasFixMark } from './fix-mark.ts';

const mark = { env: FRESH_FIX };
const nxJson = { namedInputs: { default: ['{projectRoot}/**/*', 'default'], all: ['default', mark] } };

test.each<[string, TargetConfiguration['inputs'], boolean]>([
  ['as it is inferred', ['{projectRoot}/Dockerfile', mark], true],
  ['of its own', ['default'], false],
  ['of its own, with the mark in a named one', ['all'], true],
  ['another variable', [{ env: 'CI' }, '^all'], false],
  ['none', undefined, false],
])('inputs %s: %s', (_, inputs, has) => {
  expect(hasFixMark({ targets: { 'docker-lint': { ...(inputs && { inputs }) } } }, 'docker-lint', nxJson)).toBe(has);
});

test('a target that nobody knows has none', () => {
  expect(hasFixMark(undefined, 'docker-lint', undefined)).toBe(false);
});
