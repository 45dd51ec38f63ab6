import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NodeFileSystem, nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { answersStand, tracedFileSystem, withoutImplied } from './traced-file-system.ts';

afterEach(removeTemporaryFolders);

const files = { 'a.txt': 'a', 'folder/b.txt': 'b' };

test.each<[string, (fs: NodeFileSystem) => unknown, (root: string) => void]>([
  ['the text of a file', (fs) => fs.read('a.txt'), (root) => writeFileSync(join(root, 'a.txt'), 'c')],
  ['the text of none', (fs) => fs.read('c.txt'), (root) => writeFileSync(join(root, 'c.txt'), '')],
  ['what a folder has in it', (fs) => fs.list('folder'), (root) => writeFileSync(join(root, 'folder/c.txt'), '')],
  ['what is there', (fs) => fs.kind('c'), (root) => writeFileSync(join(root, 'c'), '')],
  ['what a link leads to', (fs) => fs.entry('c'), (root) => symlinkSync('nowhere', join(root, 'c'))],
])('a run that asked %s is asked again when that changes', (_, ask, change) => {
  const root = temporaryFolder(files);
  const traced = tracedFileSystem(nodeFileSystem(root), true);
  ask(traced.fs);
  ask(traced.fs);
  const questions = traced.questions();
  expect(questions).toHaveLength(1);
  expect(answersStand(nodeFileSystem(root), questions)).toBe(true);
  change(root);
  expect(answersStand(nodeFileSystem(root), questions)).toBe(false);
});

test('a run whose result is not kept remembers nothing', () => {
  const traced = tracedFileSystem(nodeFileSystem(temporaryFolder(files)), false);
  expect(traced.fs.read('a.txt')).toBe('a');
  expect(traced.questions()).toEqual([]);
});

test('what was read is a file', () => {
  const traced = tracedFileSystem(nodeFileSystem(temporaryFolder(files)), true);
  traced.fs.entry('a.txt');
  traced.fs.read('a.txt');
  traced.fs.entry('b.txt');
  traced.fs.read('b.txt');
  const asked = withoutImplied(traced.questions()).map(([ask, path]) => `${ask} ${path}`);
  expect(asked).toEqual(['read a.txt', 'entry b.txt', 'read b.txt']);
});

test('a file that is there and gives no text is remembered as refused', () => {
  const disk = nodeFileSystem(temporaryFolder({ ...files, large: 'x'.repeat(9 * 2 ** 20) }));
  const { fs, refused } = tracedFileSystem(
    { ...disk, readTextBytes: (path) => (path === 'a.txt' ? undefined : disk.readTextBytes(path)) },
    true,
  );
  for (const path of ['a.txt', 'a.txt', 'folder/b.txt', 'absent', 'folder', 'large']) fs.read(path);
  expect(refused()).toEqual(['a.txt']);
});
