import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { gitIndexOf } from './git-index.ts';
import { type Scratch, scratch } from './testing/scratch.ts';

let made: Scratch;
beforeEach(() => {
  made = scratch();
});
afterEach(() => made.remove());

const indexOf = async () => {
  const repository = await made.read();
  const tree = await repository.workTree();
  if ('code' in tree) throw new Error(tree.message);
  return gitIndexOf(tree, repository);
};

test('files, those that may be executed, folders, and what it does not have', async () => {
  made.commit({ 'a/b/run': '1', 'a/b/text': '1', 'top run': '1' });
  made.git('update-index', '--chmod=+x', 'a/b/run', 'top run');
  made.write({ 'a/b/untracked': '1' });
  const { modeOf } = await indexOf();
  const asked = ['a/b/run', 'top run', 'a/b/text', 'a', 'a/b', 'a/b/untracked', 'b', 'a/b/run/x'];
  expect(asked.map(modeOf)).toEqual([
    'executable',
    'executable',
    'file',
    'folder',
    'folder',
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  [undefined, true],
  ['true', true],
  ['false', false],
  ['no', false],
  ['0', false],
])('core.fileMode %s', async (value, expected) => {
  made.commit({ a: '1' });
  made.git('remote', 'add', 'core.filemode', 'https://example.com/a/b');
  if (value === undefined) made.git('config', '--unset', 'core.fileMode');
  else made.git('config', 'core.fileMode', value);
  const { fileModes, source } = await made.read();
  expect([fileModes, source]).toEqual([expected, 'https://example.com/a/b']);
});
