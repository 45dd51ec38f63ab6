import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { askedFiles, filesMeant } from './asked-files.ts';

const target = (files: unknown) => ({ targets: { 'docker-lint': { options: { files } } } });

test.each<[string, object, string[]]>([
  [
    'project.json',
    { 'api/project.json': target(['./tools/base.docker', '{projectRoot}/docker/']) },
    ['api/docker', 'tools/base.docker'],
  ],
  ['package.json', { 'api/package.json': { nx: target(['{workspaceRoot}/tools']) } }, ['tools']],
  [
    'a configuration',
    { 'api/project.json': { targets: { 'docker-lint': { configurations: { ci: { files: ['a'] } } } } } },
    ['a'],
  ],
  ['another target', { 'api/project.json': { targets: { build: { options: { files: ['a'] } } } } }, []],
  ['something else', { 'api/project.json': target('tools') }, []],
  ['out of the workspace', { 'api/project.json': target(['../a', '/b']) }, []],
  ['nothing', {}, []],
])('named in %s', (_, files, asked) => {
  const texts = Object.entries(files).map(([path, json]) => [path, JSON.stringify(json)]);
  expect(askedFiles(nodeFileSystem(temporaryWorkspace(Object.fromEntries(texts))), 'api', 'docker-lint')).toEqual(
    asked,
  );
});

test('a folder means what is known in it', () => {
  const known = ['Dockerfile', 'tools-x/Dockerfile', 'tools/img/Dockerfile'];
  expect(filesMeant(['tools'], known)).toEqual(['tools/img/Dockerfile']);
  expect(filesMeant(['tools/base.docker'], known)).toEqual(['tools/base.docker']);
  expect(filesMeant(['.'], known)).toEqual(known);
  expect(filesMeant([], known)).toEqual([]);
});

test('named for all targets in nx.json', () => {
  const defaults = { 'docker-lint': { options: { files: ['{projectRoot}/docker'] } } };
  expect(askedFiles(nodeFileSystem(temporaryWorkspace({})), 'api', 'docker-lint', defaults)).toEqual(['api/docker']);
});
