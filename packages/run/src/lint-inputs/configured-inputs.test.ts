import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { readOutside } from '../files/read-outside.ts';
import { type AskedConfiguration, configuredInputs } from './configured-inputs.ts';

afterAll(removeTemporaryFolders);

const config = (text: string) => `dockwarden: config/v1\n${text}`;
const pack = (...names: string[]) =>
  `dockwarden: pack/v1\nid: house/p\nextends: ${JSON.stringify(names)}\npolicies: {}\n`;

function inputsOf(
  files: Record<string, string>,
  links: Record<string, string> = {},
  asked?: Partial<AskedConfiguration>,
) {
  const root = temporaryFolder(files);
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  return configuredInputs({ fs: nodeFileSystem(root), readOutside }, { cwd: root, ...asked });
}

test('packs are followed from pack to pack, whatever they are called', async () => {
  const { files } = await inputsOf({
    'dockwarden.yaml': config('extends: ["dockwarden:strict", "./cfg/my pack.yaml"]\n'),
    'cfg/my pack.yaml': pack('../packages/p/pack.yaml'),
    'packages/p/pack.yaml': pack('./base.pack.yaml'),
    'packages/p/base.pack.yaml': pack('./pack.yaml'),
  });
  expect(files).toEqual(['cfg/my pack.yaml', 'dockwarden.yaml', 'packages/p/base.pack.yaml', 'packages/p/pack.yaml']);
});

test('a package of the workspace that is linked is where it is written; one that is installed is in the lock file', async () => {
  const { files, globs } = await inputsOf(
    {
      'dockwarden.yaml': config('extends: ["@acme/own", bought]\n'),
      'packages/own/package.json': '{ "name": "@acme/own", "dockwarden": "rules/main.yaml" }',
      'packages/own/rules/main.yaml': pack('./base.yaml'),
      'packages/own/rules/base.yaml': pack(),
      'node_modules/bought/package.json': '{}',
      'node_modules/bought/pack.yaml': pack(),
    },
    { 'node_modules/@acme/own': '../../packages/own' },
  );
  expect(files).toEqual([
    'dockwarden.yaml',
    'packages/own/package.json',
    'packages/own/rules/base.yaml',
    'packages/own/rules/main.yaml',
  ]);
  expect(globs).toEqual(['packages/own/rules/**/*.{policy.yaml,policy.yml,terms.yaml,terms.yml}']);
});

test('what else is named, and contexts of images', async () => {
  const text = `waivers: { file: ops/w.yaml }
baseline: ops/known.json
images:
  api: { dockerfile: apps/api/Dockerfile, context: build-ctx }
  api-dev: { dockerfile: ./apps/api/Dockerfile, context: ./dev }
  out: { dockerfile: apps/api/Dockerfile, context: ../out }
  web: { dockerfile: apps/web/Dockerfile }
`;
  const { files, contexts } = await inputsOf({ 'dockwarden.yaml': config(text) });
  expect(files).toEqual(['dockwarden.yaml', 'ops/known.json', 'ops/w.yaml']);
  expect(contexts).toEqual({ 'apps/api/Dockerfile': ['build-ctx', 'dev'] });
});

test('the days of waivers, in the usual file or in the one that is named', async () => {
  const waiver = (day: string) => `waivers:\n  - expires: ${day}\n`;
  const files = { 'dockwarden.waivers.yaml': waiver('2026-12-31'), 'ops/w.yaml': waiver('2027-02-28') };
  expect((await inputsOf(files)).waiverEnds).toEqual(['2026-12-31']);
  const named = { 'dockwarden.yaml': config('waivers: { file: ./ops/w.yaml }\n') };
  expect((await inputsOf({ ...files, ...named })).waiverEnds).toEqual(['2027-02-28']);
});

test('a configuration and packs that stand for the own ones', async () => {
  const files = {
    'dockwarden.yaml': config('extends: [./own.yaml]\n'),
    'own.yaml': pack(),
    'ci/lint.yaml': config('extends: [./strict.yaml]\n'),
    'ci/strict.yaml': pack(),
    'ci/other.yaml': pack(),
  };
  expect((await inputsOf(files, {}, { config: 'ci/lint.yaml' })).files).toEqual(['ci/lint.yaml', 'ci/strict.yaml']);
  expect((await inputsOf(files, {}, { packs: ['./ci/other.yaml'] })).files).toEqual([
    'ci/other.yaml',
    'dockwarden.yaml',
  ]);
});

test('policies behind links', async () => {
  const files = { 'house/rules/a.policy.yaml': '', 'policies/own.policy.yaml': '' };
  expect((await inputsOf(files, { 'policies/house': '../house' })).globs).toEqual(['house/rules/**/*']);
  expect((await inputsOf(files)).globs).toEqual([]);
});

test('nothing, and what cannot be read', async () => {
  expect(await inputsOf({})).toEqual({ files: ['dockwarden.yaml'], globs: [], contexts: {}, waiverEnds: [] });
  const broken = await inputsOf({ 'dockwarden.yaml': 'extends: [./gone.yaml' });
  expect(broken).toEqual({ files: ['dockwarden.yaml'], globs: [], contexts: {}, waiverEnds: [] });
});
