import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { InputSource } from '../model/image-inputs.ts';
import { dirtyInputs } from './dirty.ts';
import { inputPaths } from './input-paths.ts';
import { type TestFolder, testFolder } from './testing/run-git.ts';
import { copied, sampleInputs } from './testing/sample-inputs.ts';
import { type Scratch, scratch } from './testing/scratch.ts';

let made: Scratch;
let other: TestFolder;
beforeEach(() => {
  made = scratch();
  other = testFolder();
  made.commit({
    'src/a': '1',
    'src/b': '1',
    'other.txt': '1',
    '.gitignore': '.env\n/dist\n',
    '.dockerignore': '**/*.log\n',
  });
});
afterEach(() => {
  made.remove();
  other.remove();
});

async function dirty(
  entries: readonly string[],
  sources: readonly InputSource[] = [copied('src')],
  generated?: (path: string) => boolean,
) {
  const inputs = sampleInputs('api', sources);
  const paths = inputPaths([inputs], { root: made.path });
  const found = await dirtyInputs(await made.read(), [{ inputs, paths, entries, ...(generated && { generated }) }]);
  if ('code' in found) throw new Error(found.message);
  return found[0]!.map(({ path, how }) => `${how} ${path}`);
}

test('a clean tree, and one that differs elsewhere', async () => {
  expect(await dirty(['src/a', 'src/b'])).toEqual([]);
  made.write({ 'other.txt': '2', 'src/x.log': '1' });
  expect(await dirty(['src/a', 'src/b'])).toEqual([]);
});

test('modified, staged, deleted, mode, untracked, ignored by git', async () => {
  made.write({ 'src/a': '2', 'src/b': undefined, 'src/new': '1', 'src/.env': '1', 'src/staged': '1' });
  made.git('add', 'src/staged');
  expect(await dirty(['src/a', 'src/new', 'src/.env', 'src/staged'])).toEqual([
    'ignored src/.env',
    'modified src/a',
    'deleted src/b',
    'untracked src/new',
    'staged src/staged',
  ]);
  made.git('reset', '-q', '--hard');
  chmodSync(join(made.path, 'src/a'), 0o755);
  expect(await dirty(['src/a', 'src/b'])).toEqual(['modified src/a']);
});

test('the Dockerfile and ignore files count although nothing copies them', async () => {
  made.write({ '.dockerignore': '' });
  expect(await dirty(['src/a'])).toEqual(['modified .dockerignore']);
});

test('what a task makes is not dirty: a copied folder that git ignores, or what is said to be made', async () => {
  made.write({ 'dist/api/main.js': '1', 'src/.env': '1' });
  expect(await dirty(['dist/api/main.js'], [copied('dist/api')])).toEqual([]);
  expect(await dirty(['dist/api/main.js'], [copied('dist/api/*.js', { pattern: true })])).toEqual([]);
  expect(await dirty(['dist/api/main.js'], [copied('.')])).toEqual(['ignored dist/api/main.js']);
  expect(await dirty(['dist/api/main.js'], [copied('.')], (path) => path.startsWith('dist/'))).toEqual([]);
});

test('files that git was told not to compare are compared', async () => {
  made.git('update-index', '--assume-unchanged', 'src/a');
  made.git('update-index', '--skip-worktree', 'src/b');
  expect(await dirty(['src/a', 'src/b'])).toEqual([]);
  made.write({ 'src/a': '2' });
  expect(await dirty(['src/a', 'src/b'])).toEqual(['hidden src/a']);
  made.write({ 'src/b': '2' });
  expect(await dirty(['src/a', 'src/b'])).toEqual(['hidden src/a', 'hidden src/b']);
});

test('in a submodule: a file of it, another of it, its commit', async () => {
  const inner = scratch(other);
  inner.commit({ 'lib/a': '1', README: '1' });
  made.git('submodule', '--quiet', 'add', inner.path, 'vendor/inner');
  made.commit({});
  const sources = [copied('vendor/inner/lib')];
  const entries = ['vendor/inner/lib/a'];
  expect(await dirty(entries, sources)).toEqual([]);
  made.write({ 'vendor/inner/README': '2' });
  expect(await dirty(entries, sources)).toEqual([]);
  made.write({ 'vendor/inner/lib/a': '2', 'vendor/inner/lib/new': '2' });
  expect(await dirty([...entries, 'vendor/inner/lib/new'], sources)).toEqual([
    'modified vendor/inner/lib/a',
    'untracked vendor/inner/lib/new',
  ]);
  made.git('-C', 'vendor/inner', 'commit', '-qam', 'c');
  expect(await dirty(entries, sources)).toContain('submodule vendor/inner');
});

test('behind a link', async () => {
  made.commit({ 'src/a': '3' });
  made.write({ 'src/new': '1' });
  expect(await dirty(['src/new/odd', 'src/new'], [copied('src')])).toHaveLength(2);
});

test('what is made from sources that differ is dirty by them', async () => {
  made.commit({ 'apps/api/main.ts': '1' });
  made.write({ 'dist/api/main.js': '1' });
  const inputs = sampleInputs('api', [copied('dist/api')]);
  const paths = inputPaths([inputs], { root: made.path, generatedFrom: ['apps/api'] });
  const request = { inputs, paths, entries: ['dist/api/main.js'] };
  expect(await dirtyInputs(await made.read(), [request])).toEqual([[]]);
  made.write({ 'apps/api/main.ts': '2' });
  expect(await dirtyInputs(await made.read(), [request])).toEqual([[{ path: 'apps/api/main.ts', how: 'modified' }]]);
});
