import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Minimatch } from 'minimatch';
import { readOutside } from '../files/read-outside.ts';
import { fileLinks } from './file-links.ts';
import { takeNotes } from './file-notes.ts';
import { type Survey, surveyOf } from './survey.ts';
import { taskGlobs } from './task-globs.ts';

afterAll(removeTemporaryFolders);

const FILES: Record<string, string> = {
  'compose.yaml':
    'services:\n  billing:\n    build: apps/billing\n  api:\n    build: { context: ., dockerfile: apps/api/Dockerfile }\n    env_file: config/api.env\n',
  'dockwarden.yaml': `dockwarden: config/v1
extends: [dockwarden:strict, ./house/base.pack.yaml]
waivers: { file: ops/waivers.yaml }
images: { api: { dockerfile: apps/api/Dockerfile, context: build-ctx } }
`,
  'house/base.pack.yaml': 'dockwarden: pack/v1\nid: house/b\nextends: [./deep.pack.yaml]\npolicies: {}\n',
  'build-ctx/tool.sh': '',
  'infra/compose.yaml': 'services: { a: { build: { context: .., dockerfile: infra/web.docker } } }\n',
  'infra/web.docker': 'FROM scratch\n',
  'apps/api/Dockerfile':
    'FROM node:22\nCOPY package.json ./\nCOPY libs/shared ./libs/shared\nCOPY tool.sh /\nCOPY . .\n',
  'apps/api/compose.dev.yaml': 'services: { api: { build: . } }\n',
  'libs/shared/src/index.ts': '',
  'apps/billing/Dockerfile': 'FROM scratch\nCOPY prices.csv /\n',
  'docker-bake.hcl': 'target "billing" {\n  context = "data"\n  dockerfile = "../apps/billing/Dockerfile"\n}\n',
  'data/prices.csv': '',
  'apps/web/Dockerfile': 'FROM nginx:1.29\n',
  'ops/shared.ignore': '*.md\n',
  'apps/billing/project.json': '{}',
  'nx.json': '{}',
};

const workspaceRoot = temporaryFolder(FILES);
const notes = new Map(
  Object.entries(FILES)
    .filter(([path]) => /ockerfile|ompose/.test(path))
    .map(([path, text]) => [path, takeNotes(path, text)]),
);
symlinkSync('../billing/Dockerfile', join(workspaceRoot, 'apps/web/Dockerfile.linked'));
symlinkSync('../../ops/shared.ignore', join(workspaceRoot, 'apps/api/.dockerignore'));

let survey: Survey;
let globs: readonly string[];
beforeAll(async () => {
  const disk = { fs: nodeFileSystem(workspaceRoot), readOutside };
  survey = surveyOf(workspaceRoot, notes, await fileLinks(disk, { cwd: workspaceRoot }, notes));
  globs = taskGlobs({ root: 'apps/api', files: ['apps/api/Dockerfile', 'apps/api/compose.dev.yaml'] }, survey);
});

const matches = (some: readonly string[], path: string) =>
  some.some((glob) => new Minimatch(glob, { dot: true }).match(path));
const counts = (path: string) => matches(globs, path);

describe('taskGlobs', () => {
  test.each([
    ['its Dockerfile', 'apps/api/Dockerfile'],
    ['its Compose file', 'apps/api/compose.dev.yaml'],
    ['the Compose file that builds it', 'compose.yaml'],
    ['a file of variables that this names', 'config/api.env'],
    ['.env beside a Compose file', 'apps/api/.env'],
    ["the Dockerfile's ignore file", 'apps/api/Dockerfile.dockerignore'],
    ['the ignore file of the root', '.dockerignore'],
    ['the ignore file of its folder', 'apps/api/.dockerignore'],
    ['a Bake file at the root', 'docker-bake.hcl'],
    ['an override of it', 'docker-bake.override.json'],
    ['a Bake file between it and the root', 'apps/docker-bake.hcl'],
    ['its manifest', 'apps/api/package.json'],
    ['its project.json', 'apps/api/project.json'],
    ['a lock file', 'pnpm-lock.yaml'],
    ['another lock file', 'uv.lock'],
    ['a version of Java', 'apps/api/.java-version'],
    ['a Gradle build', 'apps/api/build.gradle.kts'],
    ['a requirements file', 'apps/api/requirements-dev.txt'],
    ['a runtime version', '.nvmrc'],
    ['what it copies', 'libs/shared/src/index.ts'],
    ['a policy', 'policies/house/no-foo.policy.yaml'],
    ['the configuration', 'dockwarden.yaml'],
    ['a pack that it names', 'house/base.pack.yaml'],
    ['a pack that this extends', 'house/deep.pack.yaml'],
    ['what lies in the context of an image of the configuration', 'build-ctx/tool.sh'],
    ['the ignore file of that context', 'build-ctx/.dockerignore'],
    ['what its ignore file is a link to', 'ops/shared.ignore'],
    ['what git ignores, wherever it says so', 'libs/other/.gitignore'],
    ['waivers that it names', 'ops/waivers.yaml'],
    ['the baseline', 'dockwarden.baseline.json'],
    ["hadolint's configuration above it", 'apps/.hadolint.yaml'],
    ['the owners of waivers', '.github/CODEOWNERS'],
    ['a secret that the context would hold', 'libs/other/certs/tls.key'],
    ['packages by lerna.json', 'lerna.json'],
  ])('%s counts', (_, path) => {
    expect(counts(path)).toBe(true);
  });

  test.each([
    ['a source that only `COPY . .` takes', 'apps/api/src/main.ts'],
    ['a page', 'README.md'],
    ["another project's Dockerfile", 'apps/web/Dockerfile'],
    ["another project's manifest", 'apps/web/package.json'],
    ['a Dockerfile of the same Compose file', 'apps/billing/Dockerfile'],
  ])('%s does not', (_, path) => {
    expect(counts(path)).toBe(false);
  });

  test('the file by which a project of Nx is told to be an app of NestJS counts', () => {
    const billing = taskGlobs({ root: 'apps/billing', files: ['apps/billing/Dockerfile'] }, survey);
    expect(matches(billing, 'apps/billing/src/main.ts')).toBe(true);
    expect(matches(billing, 'apps/billing/src/app.ts')).toBe(false);
  });

  test('no glob has two pairs of braces, which Nx 22 misreads', () => {
    expect(globs.filter((glob) => /\{.*\{/.test(glob))).toEqual([]);
  });

  test('a Dockerfile that only a Compose file gives away', () => {
    expect(taskGlobs({ root: 'infra', files: ['infra/compose.yaml'] }, survey)).toContain('infra/web.docker');
    expect(taskGlobs({ root: '.', files: [], reach: 'workspace' }, survey)).toContain('infra/web.docker');
  });

  test('what a Dockerfile is a link to', () => {
    const own = taskGlobs({ root: 'apps/web', files: ['apps/web/Dockerfile.linked'] }, survey);
    expect(own).toContain('apps/billing/Dockerfile');
  });

  test('what a Dockerfile copies from the context of a Bake file', () => {
    const own = taskGlobs({ root: 'apps/billing', files: ['apps/billing/Dockerfile'] }, survey);
    expect(matches(own, 'data/prices.csv')).toBe(true);
    expect(matches(own, 'data/.dockerignore')).toBe(true);
  });

  test('a project at the root', () => {
    const own = taskGlobs({ root: '.', files: ['compose.yaml'] }, survey);
    expect(own).toContain('compose.yaml');
    expect(own).toContain('apps/api/Dockerfile');
    expect(own).toContain('apps/billing/Dockerfile');
    expect(own.filter((glob) => glob.startsWith('apps/billing/{docker-bake'))).toHaveLength(1);
  });
});
