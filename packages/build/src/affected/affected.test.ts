import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { inputPaths } from '../git/input-paths.ts';
import { git, type TestFolder, testFolder } from '../git/testing/run-git.ts';
import { copied, sampleImage, sampleInputs } from '../git/testing/sample-inputs.ts';
import { type Scratch, scratch } from '../git/testing/scratch.ts';
import type { ImageInputs } from '../model/image-inputs.ts';
import { affectedImages } from './affected-images.ts';
import { changedFiles, textAtCommit } from './changed-files.ts';
import { changedSettings } from './changed-settings.ts';
import { foldersAtCommit } from './folders-at-commit.ts';
import { resolveBase } from './resolve-base.ts';

let made: Scratch;
let other: TestFolder;
beforeEach(() => {
  made = scratch();
  other = testFolder();
});
afterEach(() => {
  made.remove();
  other.remove();
});

const candidate = (inputs: ImageInputs, manifest?: string) => ({
  inputs,
  paths: inputPaths([inputs], { root: '/absent' }),
  ...(manifest !== undefined && { manifest }),
});

describe('changed files', () => {
  test('since the branches parted: committed, both sides of a rename, deleted, and the work tree', async () => {
    made.commit({
      gone: '1',
      'old-name': 'long enough to be seen as a rename\n',
      kept: '1',
      '.gitignore': 'ignored\n',
    });
    made.git('checkout', '-q', '-b', 'feature');
    made.commit({ gone: undefined, 'old-name': undefined, 'new-name': 'long enough to be seen as a rename\n' });
    made.git('checkout', '-q', 'main');
    made.commit({ 'on-main': '1' });
    made.git('checkout', '-q', 'feature');
    made.write({ kept: '2', untracked: '1', ignored: '1', 'ünï\n': '1' });
    const repository = await made.read();
    const base = await resolveBase(repository, { base: 'main' });
    if ('code' in base) throw new Error(base.message);
    const all = await changedFiles(repository, base);
    expect('files' in all && [...all.files].sort()).toEqual([
      'gone',
      'kept',
      'new-name',
      'old-name',
      'untracked',
      'ünï\n',
    ]);
    const committed = await changedFiles(repository, base, 'feature');
    expect('files' in committed && [...committed.files].sort()).toEqual(['gone', 'new-name', 'old-name']);
    const none = await changedFiles(repository, base, 'main');
    expect('files' in none && none.files.size).toBe(0);
    expect(await changedFiles(repository, base, '--output=x')).toMatchObject({ code: 'affected/ref', exit: 2 });
  });

  test('histories that have nothing in common', async () => {
    made.commit({ a: '1' });
    made.git('checkout', '-q', '--orphan', 'alone');
    made.commit({ b: '1' });
    const repository = await made.read();
    const base = await resolveBase(repository, { base: 'main' });
    expect('commit' in base && (await changedFiles(repository, base))).toMatchObject({
      code: 'affected/unrelated',
      exit: 2,
    });
  });

  test('a file as it was', async () => {
    const first = made.commit({ 'dockwarden.yaml': 'build: {}\n' });
    made.commit({ 'dockwarden.yaml': undefined });
    const repository = await made.read();
    expect(await textAtCommit(repository, first, 'dockwarden.yaml')).toBe('build: {}\n');
    expect(await textAtCommit(repository, repository.head, 'dockwarden.yaml')).toBeUndefined();
    expect(await textAtCommit(repository, first, '-x')).toBeUndefined();
  });

  test('the folders that were there', async () => {
    const first = made.commit({ 'apps/web/public/logo.svg': '', 'apps/-x/a': '', file: '' });
    made.commit({ 'apps/web/public/logo.svg': undefined });
    const repository = await made.read();
    const asked = ['apps', 'apps/web/public', 'apps/web/none', 'apps/-x', 'file', 'gone', 'apps/*'];
    expect(await foldersAtCommit(repository, first, asked)).toEqual(new Set(['apps', 'apps/-x', 'apps/web/public']));
    expect(await foldersAtCommit(repository, repository.head, asked)).toEqual(new Set(['apps', 'apps/-x']));
    expect(await foldersAtCommit(repository, first, [])).toEqual(new Set());
    expect(await foldersAtCommit(repository, '0'.repeat(40), ['a'])).toHaveProperty('code');
  });
});

describe('the base', () => {
  const nx = { name: 'NX_BASE', value: undefined };

  test('is the first that is named', async () => {
    const first = made.commit({ a: '1' });
    const second = made.commit({ a: '2' });
    const repository = await made.read();
    const environment = { name: 'NX_BASE', value: first };
    const runner = { name: 'defaultBase of nx.json', value: 'main' };
    expect(await resolveBase(repository, { base: 'main', environment })).toMatchObject({
      commit: second,
      by: '--base main',
    });
    expect(await resolveBase(repository, { environment, runner })).toMatchObject({ commit: first });
    expect(await resolveBase(repository, { environment: nx, runner })).toMatchObject({ commit: second });
  });

  test('of a task runner may be there as the remote has it alone; else the main branch of the remote', async () => {
    made.commit({ a: '1' });
    git(other.path, ['clone', '-q', made.path, 'c']);
    const cloned = scratch({ path: `${other.path}/c`, remove: () => {} });
    cloned.git('checkout', '-q', '--detach');
    cloned.git('branch', '-q', '-D', 'main');
    const repository = await cloned.read();
    const runner = { name: 'defaultBase of nx.json', value: 'main' };
    expect(await resolveBase(repository, { runner })).toMatchObject({ by: 'defaultBase of nx.json: origin/main' });
    expect(await resolveBase(repository, {})).toMatchObject({ by: "the remote's main branch" });
    expect(await resolveBase(repository, { runner: { ...runner, value: 'trunk' } })).toMatchObject({
      commit: repository.head,
    });
  });

  test.each(['absent', '', '-x', '--output=/tmp/x', 'main\nHEAD', '$(id)', 'HEAD:a'])(
    '%j is no commit',
    async (base) => {
      made.commit({ a: '1' });
      expect(await resolveBase(await made.read(), { base })).toMatchObject({ code: 'affected/ref', exit: 2 });
    },
  );

  test('that a shallow clone of one branch lacks is there after what the hint says', async () => {
    made.commit({ a: '1' });
    made.git('checkout', '-q', '-b', 'feature');
    made.commit({ a: '2' });
    git(other.path, ['clone', '-q', '--depth', '1', `file://${made.path}`, 'c']);
    const cloned = scratch({ path: `${other.path}/c`, remove: () => {} });
    const ask = async (base: string) => resolveBase(await cloned.read(), { base });
    expect(await ask('HEAD~1')).toMatchObject({ hint: expect.stringContaining('git fetch --unshallow,') });
    const missing = await ask('origin/main');
    const command = /^Run git (.*?),/.exec('hint' in missing ? missing.hint! : '')?.[1];
    expect(command).toBe('fetch --unshallow origin main:refs/remotes/origin/main');
    cloned.git(...command!.split(' '));
    expect(await ask('origin/main')).toEqual({ commit: expect.any(String), by: '--base origin/main' });
  });

  test('that nothing names is an error that lists what may', async () => {
    made.commit({ a: '1' });
    const runner = { name: 'defaultBase of nx.json', value: undefined };
    expect(await resolveBase(await made.read(), { environment: nx, runner })).toMatchObject({
      code: 'affected/base',
      hint: expect.stringMatching(/--base.*NX_BASE.*defaultBase.*origin\/HEAD/),
      exit: 2,
    });
    expect(
      await resolveBase(await made.read(), { environment: { name: 'TURBO_SCM_BASE', value: undefined } }),
    ).toMatchObject({
      hint: expect.stringContaining('--base REF, TURBO_SCM_BASE, origin/HEAD'),
    });
  });
});

describe('affected images', () => {
  const api = sampleInputs('api', [copied('apps/api/src'), copied('libs/*/src', { pattern: true })]);
  const web = { ...sampleInputs('web', [copied('apps/web')]), parents: new Map([['ws/api:1', 'api']]) };
  const job = { ...sampleInputs('job', [copied('jobs')]), parents: new Map([['ws/web:1', 'web']]) };
  const affected = (files: string[], submodules: string[] = []) =>
    affectedImages([candidate(api, 'apps/api/package.json'), candidate(web), candidate(job)], {
      files: new Set(files),
      submodules: new Set(submodules),
    });

  test('are named with the file and the line that reads it, and what is built on them', () => {
    const found = affected(['libs/x/src/a.ts', 'README.md']);
    expect([...found.keys()]).toEqual(['api', 'web', 'job']);
    const [reason] = found.get('api')!;
    expect(reason).toMatchObject({ by: 'source', path: 'libs/x/src/a.ts', place: api.contexts[0]!.sources[1]!.place });
    expect(found.get('job')).toEqual([{ by: 'parent image', names: ['web'] }]);
  });

  test.each([
    [['apps/api/Dockerfile'], 'dockerfile'],
    [['.dockerignore'], 'ignore file'],
    [['apps/api/Dockerfile.dockerignore'], 'ignore file'],
    [['apps/api/package.json'], 'manifest'],
  ])('%j: %s', (files, by) => {
    expect(affected(files).get('api')).toEqual([expect.objectContaining({ by, path: files[0] })]);
  });

  test('are none for files that nothing reads', () => {
    expect(affected(['README.md', 'apps/api/README.md', 'libs/x/README.md', 'apps/website']).size).toBe(0);
  });

  test('a submodule that may hold an input', () => {
    expect([...affected([], ['libs/x']).keys()]).toContain('api');
    expect(affected([], ['third/party']).size).toBe(0);
  });

  test('images that are built on each other do not go round for ever', () => {
    const a = { ...sampleInputs('a', [copied('a')]), parents: new Map([['b', 'b']]) };
    const b = { ...sampleInputs('b', [copied('b')]), parents: new Map([['a', 'a']]) };
    const found = affectedImages([candidate(a), candidate(b)], { files: new Set(['b/x']), submodules: new Set() });
    expect([...found.keys()]).toEqual(['a', 'b']);
  });

  test('a change of the configuration affects the images whose settings it changes', () => {
    const changed = { files: new Set(['dockwarden.yaml']), submodules: new Set<string>() };
    const before = new Map([
      ['api', { ...sampleImage('api'), declaredBy: 'elsewhere' }],
      ['web', sampleImage('web', { refresh: '2026-01-01', labels: new Map([['a', 'b']]) })],
    ]);
    const images = [candidate(api), candidate({ ...web, parents: new Map() })];
    const found = affectedImages(images, changed, { path: 'dockwarden.yaml', images: before });
    expect([...found]).toEqual([
      ['web', [{ by: 'configuration', path: 'dockwarden.yaml', names: ['labels', 'refresh'] }]],
    ]);
    expect(affectedImages(images, changed, { path: 'dockwarden.yaml', images: undefined }).size).toBe(2);
  });
});

test('settings are compared by what they say', () => {
  const labels = (...entries: [string, string][]) => sampleImage('a', { labels: new Map(entries) });
  expect(changedSettings(labels(['a', '1'], ['b', '2']), labels(['b', '2'], ['a', '1']))).toEqual([]);
  expect(changedSettings({ ...labels(), target: 'x' }, labels(['a', '1']))).toEqual(['labels', 'target']);
  expect(changedSettings(undefined, labels())).toEqual(['name']);
});
