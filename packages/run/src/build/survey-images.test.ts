import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { afterEach, describe, expect, test } from '@jest/globals';
import { surveyImages } from './survey-images.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const BONES = {
  'package.json': '{"private":true,"workspaces":["apps/*"]}',
  'nx.json': '{}',
  '.gitignore': 'dist\n',
  'apps/api/package.json': '{"name":"api"}',
  'apps/api/src/main.js': '',
  'apps/web/package.json': '{"name":"web"}',
};

async function survey(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'dockwarden-survey-'));
  made.push(root);
  for (const [path, text] of Object.entries({ ...BONES, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return surveyImages(nodeFileSystem(root), () => undefined);
}

describe('surveyImages', () => {
  test('tells the files that an image is built from', async () => {
    const [image] = await survey({ 'apps/api/Dockerfile': 'FROM debian:12\nCOPY apps/api/src yarn.lock* /app/\n' });
    expect(image).toMatchObject({ name: 'api', project: 'api', root: 'apps/api', makers: [], unknownMaker: false });
    expect(image?.globs).toEqual([
      '.dockerignore',
      'apps/api/Dockerfile',
      'apps/api/Dockerfile.dockerignore',
      'apps/api/src',
      'apps/api/src/**/*',
      'yarn.lock*',
      'yarn.lock*/**/*',
    ]);
  });

  test('names who makes what git ignores, also before it is made and nothing tells the context', async () => {
    const [image] = await survey({ 'apps/api/Dockerfile': 'FROM debian:12\nCOPY dist/apps/web /app\n' });
    expect(image?.makers).toContain('web');
    expect(image?.globs).not.toContain('dist/apps/web/**/*');
  });

  test('an image of another Dockerfile adds its inputs to those of the image that is built on it', async () => {
    const images = await survey({
      'dockwarden.yaml': 'dockwarden: config/v1\nbuild:\n  repository: acme/{image}\n',
      'apps/web/Dockerfile': 'FROM debian:12\nCOPY apps/web/package.json /\n',
      'apps/api/Dockerfile': 'FROM acme/web:1\nCOPY apps/api/src /app\n',
    });
    const api = images.find(({ name }) => name === 'api');
    expect(api?.globs).toEqual(expect.arrayContaining(['apps/web/Dockerfile', 'apps/web/package.json']));
  });

  test('a configuration that cannot be read counts as none', async () => {
    const images = await survey({ 'dockwarden.yaml': 'images: [', 'apps/api/Dockerfile': 'FROM debian:12\n' });
    expect(images.map(({ name }) => name)).toEqual(['api']);
  });

  test('an image that something is wrong with is there without a name', async () => {
    const images = await survey({
      'dockwarden.yaml':
        'dockwarden: config/v1\nimages:\n  api:\n    dockerfile: apps/api/Dockerfile\n    target: nope\n',
      'apps/api/Dockerfile': 'FROM debian:12 AS prod\n',
    });
    expect(images).toEqual([
      { project: 'api', root: 'apps/api', dockerfile: 'apps/api/Dockerfile', makers: [], unknownMaker: false },
    ]);
  });

  test.each([
    ['FROM debian:12 AS b\nFROM scratch\nCOPY --from=b /a /\n', { settled: false }],
    ['FROM scratch\nCOPY apps/api/src /\n', { settled: true }],
    ['FROM scratch\nCOPY apps/api/src /\nCMD ["/a"]\n', undefined],
    ['FROM scratch AS export\nCOPY apps/api/src /\nFROM export\nUSER 1\n', { stage: 'export', settled: true }],
  ])('finds what is there for its files: %j', async (text, artifact) => {
    const [image] = await survey({ 'apps/api/Dockerfile': text });
    expect(image?.artifact).toEqual(artifact);
  });

  test('options of the target say what the image is', async () => {
    const [image] = await survey({
      'apps/api/project.json': '{"name":"api","targets":{"docker-build":{"options":{"context":"apps/api"}}}}',
      'apps/api/Dockerfile': 'FROM debian:12\nCOPY src /app\n',
    });
    expect(image?.globs).toContain('apps/api/src/**/*');
  });

  test('so do those of a target that the plugin calls otherwise', async () => {
    const [image] = await survey({
      'nx.json': '{"plugins":[{"plugin":"@dockwarden/nx","options":{"buildTargetName":"image"}}]}',
      'apps/api/project.json': '{"name":"api","targets":{"image":{"options":{"context":"apps/api"}}}}',
      'apps/api/Dockerfile': 'FROM debian:12\nCOPY src /app\n',
    });
    expect(image?.globs).toContain('apps/api/src/**/*');
  });
});
