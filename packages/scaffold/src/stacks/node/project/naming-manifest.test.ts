import { expect, test } from '@jest/globals';
import { sampleApp } from '../testing/sample-app.ts';
import { readProject } from './layout.ts';
import { namingManifest } from './naming-manifest.ts';
import { isFault } from './package-json.ts';

function named(target: object, dependencies: object = {}) {
  const files = {
    'package.json': { workspaces: ['apps/*'], dependencies: { express: '5' } },
    'apps/api/package.json': { name: '@acme/api', nx: { targets: { build: target } }, dependencies },
  };
  const read = readProject(sampleApp(files, [{ name: '@acme/api', root: 'apps/api' }], 'nx'));
  if (read === undefined || isFault(read)) throw new Error(JSON.stringify(read));
  return namingManifest(read.project, 'express')?.path;
}

test.each([
  ['its own', { executor: '@nx/webpack:webpack' }, { express: '4' }, 'apps/api/package.json'],
  ['that of the root, where Nx builds it', { executor: '@nx/webpack:webpack' }, {}, 'package.json'],
  ['none, where it is a package like any other', {}, {}, undefined],
])('%s', (_, target, dependencies, path) => {
  expect(named(target, dependencies)).toBe(path);
});
