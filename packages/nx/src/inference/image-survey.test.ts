import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { temporaryWorkspace, writeFiles } from '../testing/temporary-workspace.ts';
import { readImageSurvey } from './image-survey.ts';

const FILES = {
  'package.json': '{"private":true,"workspaces":["apps/*"]}',
  'nx.json': '{}',
  'apps/api/package.json': '{"name":"api"}',
  'apps/api/src/main.js': '',
  'apps/api/Dockerfile': 'FROM debian:12\nCOPY apps/api/src /app\n',
};
const PATHS = ['apps/api/Dockerfile', 'apps/api/package.json', 'package.json'];

describe('readImageSurvey', () => {
  const bookOf = (root: string) => join(root, '.nx/workspace-data/dockwarden-images.json');

  /** What is kept, with another name written into it: an answer with that name was not worked out anew. */
  function mark(root: string) {
    writeFileSync(bookOf(root), readFileSync(bookOf(root), 'utf8').replaceAll('"name":"api"', '"name":"kept"'));
  }

  async function namesAfter(change: (root: string) => void, paths = PATHS, version = '1') {
    const root = temporaryWorkspace(FILES);
    expect(await readImageSurvey(root, PATHS, '1')).toMatchObject([{ name: 'api' }]);
    mark(root);
    change(root);
    return (await readImageSurvey(root, paths, version))?.map(({ name }) => name);
  }

  test('stands while nothing that was asked is answered otherwise', async () => {
    expect(await namesAfter(() => undefined)).toEqual(['kept']);
    expect(await namesAfter((root) => writeFiles(root, { 'apps/api/src/main.js': 'edited' }))).toEqual(['kept']);
  });

  test.each<[string, Record<string, string>]>([
    ['Dockerfile', { 'apps/api/Dockerfile': 'FROM debian:12\n' }],
    ['configuration', { 'dockwarden.yaml': 'dockwarden: config/v1\n' }],
    ['ignore file', { '.dockerignore': 'x\n' }],
    ['name of the project', { 'apps/api/project.json': '{"name":"api"}' }],
    ['Bake file', { 'docker-bake.hcl': '' }],
  ])('is worked out anew after a change: %s', async (_what, files) => {
    expect(await namesAfter((root) => writeFiles(root, files))).toEqual(['api']);
  });

  test('is worked out anew for other files, and by another version', async () => {
    expect(await namesAfter(() => undefined, [...PATHS, 'apps/web/package.json'])).toEqual(['api']);
    expect(await namesAfter(() => undefined, PATHS, '2')).toEqual(['api']);
  });

  test('nothing can be told of a workspace that is not there, and nothing is thrown', async () => {
    const root = temporaryWorkspace(FILES);
    rmSync(root, { recursive: true });
    expect(await readImageSurvey(root, PATHS, '1')).toBeUndefined();
    expect(existsSync(root)).toBe(false);
  });
});
