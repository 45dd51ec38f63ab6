import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { type Asked, askedConfigurations } from './asked-configurations.ts';

const target = (options: object, more: object = {}) => ({ targets: { 'docker-lint': { options, ...more } } });

test.each<[string, object, unknown, Asked[]]>([
  ['project.json', { 'api/project.json': target({ config: 'house.yaml' }) }, {}, [{ config: 'house.yaml' }]],
  [
    'package.json',
    { 'api/package.json': { nx: target({ pack: ['./a.yaml', 'strict'] }) } },
    {},
    [{ packs: ['./a.yaml', 'strict'] }],
  ],
  [
    'a configuration',
    { 'api/project.json': target({}, { configurations: { ci: { config: '{projectRoot}/ci.yaml' } } }) },
    {},
    [{ config: 'api/ci.yaml' }],
  ],
  ['defaults by name', {}, { 'docker-*': { options: { pack: 'strict' } } }, [{ packs: ['strict'] }]],
  ['defaults by executor', {}, { '@dockwarden/nx:lint': { options: { config: 'a' } } }, [{ config: 'a' }]],
  ['defaults in a list', {}, [{ target: 'docker-lint', options: { config: 'a' } }], [{ config: 'a' }]],
  [
    'both, the same',
    { 'api/project.json': target({ config: 'a' }) },
    { 'docker-lint': { options: { config: 'a' } } },
    [{ config: 'a' }],
  ],
  [
    'another target',
    { 'api/project.json': { targets: { lint: { options: { config: 'a' } } } } },
    { lint: { options: { config: 'a' } } },
    [],
  ],
  ['something else', { 'api/project.json': target({ config: ['a'], pack: 7 }) }, 7, []],
])('named in %s', (_, files, defaults, asked) => {
  const texts = Object.entries(files).map(([path, json]) => [path, JSON.stringify(json)]);
  const fs = nodeFileSystem(temporaryWorkspace(Object.fromEntries(texts)));
  expect(askedConfigurations(fs, 'api', 'docker-lint', defaults)).toEqual(asked);
});
