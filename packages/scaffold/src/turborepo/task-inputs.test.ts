import { areOurs, mergedInputs, taskInputs } from './task-inputs.ts';

const globs = {
  positive: ['apps/api/src/**', 'libs/a', 'dockwarden.yaml', 'x$y:z'],
  negative: ['**/*.md', 'apps/api/test'],
};

test('of a package: its own from its folder, the rest from the root; the configuration ends it', () => {
  expect(taskInputs(globs, { root: 'apps/api', knowsTurboRoot: true })).toEqual([
    ...['src/**', '$TURBO_ROOT$/libs/a', '$TURBO_ROOT$/x?y?z', '!test', '!$TURBO_ROOT$/**/*.md'],
    '$TURBO_ROOT$/dockwarden.yaml',
  ]);
  expect(taskInputs(globs, { root: 'apps/api', knowsTurboRoot: false })).toContain('../../libs/a');
  expect(taskInputs(globs, { root: '.', knowsTurboRoot: true }).at(-1)).toBe('dockwarden.yaml');
});

test('what somebody has added behind the configuration stays, once', () => {
  const there = ['$TURBO_EXTENDS$', 'old/**', '../../dockwarden.yaml', 'mine', { globs: ['x'] }, 'a'];
  expect(mergedInputs(there, ['a', '$TURBO_ROOT$/dockwarden.yaml'])).toEqual([
    ...['$TURBO_EXTENDS$', 'a', '$TURBO_ROOT$/dockwarden.yaml', 'mine', { globs: ['x'] }],
  ]);
  expect(mergedInputs(['mine'], ['a'])).toEqual(['a']);
  expect(areOurs(['mine'])).toBe(false);
  expect(areOurs(undefined)).toBe(false);
});
