import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gitFault } from './git-command.ts';
import { inputPaths } from './input-paths.ts';
import { readRepository } from './repository.ts';
import { revisionOf } from './revision.ts';
import { git, runProgram, type TestFolder, testFolder } from './testing/run-git.ts';
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

const paths = (root: string) => inputPaths([sampleInputs('api', [copied('src')])], { root });

describe('what is read', () => {
  test('commit, branch, tags by version, source', async () => {
    const head = made.commit({ 'a.txt': '1' });
    for (const tag of ['v1.9.0', 'v1.10.0', 'odd;$(x)']) made.git('tag', tag);
    made.git('remote', 'add', 'fork', 'https://example.com/f/f');
    made.git('remote', 'add', 'origin', 'https://me:pw@example.com/a/b.git');
    const read = await made.read({ branch: 'ci' });
    expect(read).toMatchObject({ head, branch: 'main', prefix: '', source: 'https://example.com/a/b' });
    expect(read.tags).toEqual(['v1.10.0', 'v1.9.0', 'odd;$(x)']);
    expect(read.boundary.size).toBe(0);
  });

  test('on a bare commit CI names branch and tag', async () => {
    made.commit({ 'a.txt': '1' });
    made.git('checkout', '-q', '--detach');
    expect((await made.read()).branch).toBeUndefined();
    expect(await made.read({ branch: 'f/x', tag: 'v2' })).toMatchObject({ branch: 'f/x', tags: ['v2'] });
  });

  test('a root below the top level, reached by a link', async () => {
    made.commit({ 'ws/a.txt': '1' });
    symlinkSync(join(made.path, 'ws'), join(other.path, 'link'));
    expect(await readRepository(runProgram, join(other.path, 'link'))).toMatchObject({ prefix: 'ws' });
  });

  test('a hook does not point elsewhere', async () => {
    const head = made.commit({ 'a.txt': '1' });
    git(other.path, ['init', '-q']);
    process.env['GIT_DIR'] = join(other.path, '.git');
    try {
      expect(await readRepository(runProgram, made.path)).toMatchObject({ head });
    } finally {
      delete process.env['GIT_DIR'];
    }
  });

  test('a monitor that the repository names is not started', async () => {
    made.commit({ 'a.txt': '1' });
    made.git('config', 'core.fsmonitor', `touch ${join(other.path, 'started')}; false`);
    const read = await made.read();
    expect(await read.workTree()).not.toHaveProperty('code');
    expect(() => git(other.path, ['hash-object', 'started'])).toThrow();
  });
});

describe('why there is none', () => {
  test('no repository', async () => {
    expect(await readRepository(runProgram, other.path)).toMatchObject({ code: 'git/no-repository', exit: 3 });
  });

  test('no commit', async () => {
    expect(await readRepository(runProgram, made.path)).toMatchObject({ code: 'git/unborn', exit: 3 });
  });

  test('no folder, no work tree', async () => {
    expect(await readRepository(runProgram, join(other.path, 'absent'))).toMatchObject({ exit: 3 });
    mkdirSync(join(other.path, 'bare'));
    git(join(other.path, 'bare'), ['init', '-q', '--bare']);
    expect(await readRepository(runProgram, join(other.path, 'bare'))).toMatchObject({ exit: 3 });
  });

  test('one without a work tree, and the folder in which git keeps one, although both have commits', async () => {
    made.commit({ 'a.txt': '1' });
    git(other.path, ['clone', '-q', '--bare', made.path, 'clone']);
    for (const path of [join(other.path, 'clone'), join(made.path, '.git')])
      expect(await readRepository(runProgram, path)).toMatchObject({ code: 'git/bare', exit: 3 });
  });

  test('no git', async () => {
    const missing = async () => ({ code: -1, stdout: '', stderr: '', failure: 'missing' as const });
    expect(await readRepository(missing, made.path)).toMatchObject({ code: 'git/missing', exit: 3 });
  });

  test("another user's", () => {
    const stderr = "fatal: detected dubious ownership in repository at '/x'\n";
    expect(gitFault({ code: 128, stdout: '', stderr }, 'reading')).toMatchObject({ code: 'git/owner' });
  });
});

describe('clones that lack something', () => {
  test('a shallow one knows a revision behind its boundary, and not the boundary itself', async () => {
    made.commit({ 'src/a': '1' });
    made.commit({ 'README.md': '1' });
    const url = `file://${made.path}`;
    git(other.path, ['clone', '-q', '--depth=1', url, 'one']);
    const one = await readRepository(runProgram, join(other.path, 'one'));
    if ('code' in one) throw new Error(one.message);
    expect(await revisionOf(one, paths(one.topLevel))).toMatchObject({ unknown: { code: 'git/shallow', exit: 2 } });
    const last = made.commit({ 'src/a': '2' });
    git(other.path, ['clone', '-q', '--depth=2', url, 'two']);
    const two = await readRepository(runProgram, join(other.path, 'two'));
    if ('code' in two) throw new Error(two.message);
    expect(await revisionOf(two, paths(two.topLevel))).toMatchObject({ commit: last });
  });

  test('one without trees gets a sentence, and nothing is fetched', async () => {
    made.commit({ 'src/a': '1' });
    made.commit({ 'README.md': '1' });
    made.git('config', 'uploadpack.allowFilter', 'true');
    git(other.path, ['clone', '-q', '--filter=tree:0', `file://${made.path}`, 'c']);
    const read = await readRepository(runProgram, join(other.path, 'c'));
    if ('code' in read) throw new Error(read.message);
    const before = read.git(['count-objects', '-v']);
    expect(await revisionOf(read, paths(read.topLevel))).toMatchObject({
      unknown: { code: 'git/incomplete', hint: expect.stringContaining('blob:none') },
    });
    expect(await read.git(['count-objects', '-v'])).toEqual(await before);
  });

  test('one without blobs has all that is needed', async () => {
    const first = made.commit({ 'src/a': '1' });
    made.commit({ 'README.md': '1' });
    made.git('config', 'uploadpack.allowFilter', 'true');
    git(other.path, ['clone', '-q', '--filter=blob:none', '--no-checkout', `file://${made.path}`, 'c']);
    const read = await readRepository(runProgram, join(other.path, 'c'));
    if ('code' in read) throw new Error(read.message);
    expect(await revisionOf(read, paths(read.topLevel))).toMatchObject({ commit: first });
  });
});
