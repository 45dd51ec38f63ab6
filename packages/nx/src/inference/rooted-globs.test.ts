import { expect, test } from '@jest/globals';
import { rootedGlobs } from './rooted-globs.ts';

test('what lies in the project is said from its root, the rest from that of the workspace', () => {
  expect(rootedGlobs(['apps/api/src/**/*', 'libs/x/**/*', 'dockwarden.yaml'], 'apps/api', [])).toEqual([
    '{projectRoot}/src/**/*',
    '{workspaceRoot}/libs/x/**/*',
    '{workspaceRoot}/dockwarden.yaml',
  ]);
});

test('a glob that reaches into another project is said from the root of the workspace', () => {
  const globs = [
    'apps/api/**/*',
    'apps/api/plugins/**/*',
    'apps/api/plugins/a/x',
    'apps/api/src/**/*',
    'apps/api/p*/**/*',
  ];
  expect(rootedGlobs(globs, 'apps/api', ['apps/api', 'apps/api/plugins/a', 'apps/other'])).toEqual([
    '{workspaceRoot}/apps/api/**/*',
    '{workspaceRoot}/apps/api/plugins/**/*',
    '{workspaceRoot}/apps/api/plugins/a/x',
    '{projectRoot}/src/**/*',
    '{workspaceRoot}/apps/api/p*/**/*',
  ]);
});

test('files right in the folder of the project are its own, whatever lies further down', () => {
  const globs = ['apps/api/{package.json,*.lock}', 'apps/api/p*', 'apps/api/Dockerfile', 'apps/api/**'];
  expect(rootedGlobs(globs, 'apps/api', ['apps/api/plugins'])).toEqual([
    '{projectRoot}/{package.json,*.lock}',
    '{projectRoot}/p*',
    '{projectRoot}/Dockerfile',
    '{workspaceRoot}/apps/api/**',
  ]);
});

test.each(['.', 'apps/[x]'])('a root that is no plain path is never filled in: %s', (root) => {
  expect(rootedGlobs([`${root}/src`], root, [])).toEqual([`{workspaceRoot}/${root}/src`]);
});
