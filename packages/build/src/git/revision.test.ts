import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { InputSource } from '../model/image-inputs.ts';
import { inputPaths } from './input-paths.ts';
import { readRepository } from './repository.ts';
import { revisionOf } from './revision.ts';
import { runProgram, type TestFolder, testFolder } from './testing/run-git.ts';
import { copied, sampleInputs } from './testing/sample-inputs.ts';
import { type Scratch, scratch } from './testing/scratch.ts';

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

const DOCKERFILE = 'apps/api/Dockerfile';

async function revision(sources: readonly InputSource[] = [copied('src')], root = made.path) {
  const repository = await readRepository(runProgram, root);
  if ('code' in repository) throw new Error(repository.message);
  const found = await revisionOf(repository, inputPaths([sampleInputs('api', sources)], { root }));
  return 'commit' in found ? found.commit : found.unknown.code;
}

test('deletion, rename out, rename in', async () => {
  made.commit({ 'src/a': '1', 'src/b': '2', c: '3' });
  made.commit({ c: '4' });
  const deletion = made.commit({ 'src/b': undefined });
  expect(await revision()).toBe(deletion);
  const out = made.commit({ 'src/a': undefined, a: '1', 'src/d': '5' });
  made.commit({ a: '2' });
  expect(await revision()).toBe(out);
  const into = made.commit({ a: undefined, 'src/z': '2' });
  expect(await revision()).toBe(into);
});

test('a file that the ignore file hides does not count, the ignore file does, before it exists too', async () => {
  const first = made.commit({ 'src/a': '1' });
  const second = made.commit({ '.dockerignore': '**/*.log\n' });
  expect(first).not.toBe(second);
  made.commit({ 'src/x.log': '1' });
  expect(await revision()).toBe(second);
  const own = made.commit({ [`${DOCKERFILE}.dockerignore`]: '' });
  expect(await revision()).toBe(own);
});

test('a Dockerfile that nothing copies counts, and a revert', async () => {
  const first = made.commit({ 'src/a': '1', [DOCKERFILE]: 'FROM a' });
  made.commit({ 'other/Dockerfile': 'FROM b' });
  expect(await revision()).toBe(first);
  const edit = made.commit({ [DOCKERFILE]: 'FROM b' });
  expect(await revision()).toBe(edit);
  const revert = made.commit({ [DOCKERFILE]: 'FROM a' });
  expect(await revision()).toBe(revert);
});

test('a merge is followed to the side that it equals, and counts where it equals none', async () => {
  made.commit({ 'src/a': '1', 'src/b': '1', c: '1' });
  made.git('checkout', '-q', '-b', 'side');
  const side = made.commit({ 'src/a': '2' });
  made.git('checkout', '-q', 'main');
  made.commit({ c: '2' });
  made.git('merge', '-q', '--no-edit', 'side');
  expect(await revision()).toBe(side);
  made.git('checkout', '-q', 'side');
  made.commit({ 'src/a': '3' });
  made.git('checkout', '-q', 'main');
  made.commit({ 'src/b': '2' });
  made.git('merge', '-q', '--no-edit', 'side');
  expect(await revision()).toBe(made.git('rev-parse', 'HEAD').trim());
});

test('an octopus', async () => {
  const base = made.commit({ 'src/a': '1', c: '1' });
  for (const name of ['x', 'y', 'z']) {
    made.git('checkout', '-q', '-b', name, base);
    made.commit({ [name === 'y' ? 'src/y' : name]: '1' });
  }
  const y = made.git('rev-parse', 'y').trim();
  made.git('checkout', '-q', 'main');
  made.git('merge', '-q', '--no-edit', 'x', 'y', 'z');
  expect(await revision()).toBe(y);
});

test('a submodule counts by its commit, for what lies in it too', async () => {
  const inner = scratch(other);
  inner.commit({ 'lib/a': '1', README: '1' });
  made.commit({ 'src/a': '1' });
  made.git('submodule', '--quiet', 'add', inner.path, 'vendor/inner');
  const added = made.commit({});
  made.commit({ 'other.txt': '1' });
  expect(await revision([copied('vendor')])).toBe(added);
  expect(await revision([copied('vendor/inner/lib')])).toBe(added);
  inner.commit({ 'lib/a': '2' });
  made.git('-C', 'vendor/inner', 'pull', '-q');
  const bumped = made.commit({});
  made.commit({ 'other.txt': '2' });
  expect(await revision([copied('vendor/inner/lib')])).toBe(bumped);
  expect(await revision([copied('src')])).not.toBe(bumped);
  expect(await revision([copied('vendor/other')])).not.toBe(bumped);
});

test('a link that is named counts with what it leads to', async () => {
  made.write({ 'releases/1/app': '1', 'releases/2/app': '1' });
  symlinkSync('releases/1', join(made.path, 'current'));
  made.commit({});
  const target = made.commit({ 'releases/1/app': '2' });
  made.commit({ 'releases/2/app': '2' });
  expect(await revision([copied('current/app')])).toBe(target);
  expect(await revision([copied('current')])).toBe(target);
  made.write({ current: undefined });
  symlinkSync('releases/2', join(made.path, 'current'));
  const moved = made.commit({});
  expect(await revision([copied('current/app')])).toBe(moved);
});

test('a workspace below the top level', async () => {
  made.commit({ 'ws/src/a': '1' });
  const inside = made.commit({ 'ws/src/a': '2' });
  made.commit({ 'src/a': '1', 'ws2/src/a': '1' });
  expect(await revision([copied('src')], join(made.path, 'ws'))).toBe(inside);
  expect(await revision([copied('.')], join(made.path, 'ws'))).toBe(inside);
});

test('names that git or a shell would take for something else', async () => {
  const names = ['-n', ':(glob)**', '$(touch x)', 'a b', 'ü\t"', 'line\nbreak', '*'];
  const ids = names.map((name) => made.commit({ [`src/${name}/f`]: '1' }));
  made.commit({ 'src/other': '1' });
  for (const [index, name] of names.entries()) expect(await revision([copied(`src/${name}`)])).toBe(ids[index]);
});

test('what is narrowed to a closure', async () => {
  const closure = ['apps/api', 'libs/x', 'package.json'];
  const source = copied('.', { closure });
  made.commit({ 'apps/api/a': '1', 'apps/web/a': '1', 'libs/x/a': '1', 'package.json': '1', 'old.json': '1' });
  const needed = made.commit({ 'libs/x/a': '2' });
  made.commit({ 'apps/web/a': '2' });
  expect(await revision([source])).toBe(needed);
  const gone = made.commit({ 'old.json': undefined });
  expect(await revision([source])).toBe(gone);
});

test('inputs that no commit holds', async () => {
  made.commit({ 'other.txt': '1' });
  expect(await revision([copied('absent')])).toBe('git/uncommitted');
});

test('a history longer than the first steps', async () => {
  const lines = Array.from({ length: 3_000 }, (_, index) => {
    const path = index === 10 ? 'src/a' : 'other';
    return `commit refs/heads/main\ncommitter c <c@e> ${1_700_000_000 + index} +0000\ndata 0\nM 100644 inline ${path}\ndata 4\n${1000 + index}\n`;
  });
  const { execFileSync } = await import('node:child_process');
  execFileSync('git', ['-C', made.path, 'fast-import', '--quiet'], { input: lines.join('') });
  const wanted = made.git('rev-list', '--max-count=1', '--skip=2989', 'main').trim();
  expect(await revision()).toBe(wanted);
});
