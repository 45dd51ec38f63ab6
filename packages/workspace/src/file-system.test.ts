import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MAX_TEXT_BYTES } from './bounds.ts';
import { nodeFileSystem } from './file-system.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';

afterAll(removeTemporaryFolders);

test('reads files, tells kinds and lists names', () => {
  const fs = nodeFileSystem(temporaryFolder({ 'b.txt': 'B', 'a/c.txt': 'C', 'a/b/': '' }));
  expect(fs.read('b.txt')).toBe('B');
  expect(fs.read('./a/../a/c.txt')).toBe('C');
  expect(fs.read('a')).toBeUndefined();
  expect(fs.read('none')).toBeUndefined();
  expect(fs.kind('.')).toBe('directory');
  expect(fs.kind('a')).toBe('directory');
  expect(fs.kind('a/c.txt')).toBe('file');
  expect(fs.kind('b.txt/c')).toBeUndefined();
  expect(fs.list('.')).toEqual(['a', 'b.txt']);
  expect(fs.list('a/')).toEqual(['b', 'c.txt']);
  expect(fs.list('b.txt')).toEqual([]);
});

test('keeps a byte order mark and tolerates bytes that are no UTF-8', () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42]);
  const fs = nodeFileSystem(temporaryFolder({ Dockerfile: bytes }));
  expect(fs.read('Dockerfile')).toBe('\uFEFFA\uFFFDB');
  expect([...fs.readBytes('Dockerfile')!]).toEqual([...bytes]);
});

describe('what lies outside of the root is not there', () => {
  const outside = temporaryFolder({ 'secret.txt': 'S', 'folder/secret.txt': 'S' });
  const root = temporaryFolder({
    'inside.txt': 'I',
    'folder/x.txt': 'X',
    'to-file': `-> ${outside}/secret.txt`,
    'to-folder': `-> ${outside}/folder`,
    'deep/up': '-> ../..',
    'good-file': '-> inside.txt',
    'good-folder': '-> folder',
    dangling: '-> nothing',
    ring: '-> ring',
    'to-root': '-> .',
  });
  symlinkSync(join(root, 'to-folder'), join(root, 'link-to-link'));
  const fs = nodeFileSystem(root);

  test.each([
    'to-file',
    'to-folder/secret.txt',
    'link-to-link/secret.txt',
    'deep/up/anything',
    '../x',
    '/etc/passwd',
    'a/../../x',
    `${outside}/secret.txt`,
  ])('%s', (path) => {
    expect(fs.read(path)).toBeUndefined();
    expect(fs.readBytes(path)).toBeUndefined();
    expect(fs.kind(path)).toBeUndefined();
    expect(fs.list(path)).toEqual([]);
    expect(fs.entry(path)).toBe('outside');
  });

  test('links within the root are followed', () => {
    expect(fs.read('good-file')).toBe('I');
    expect(fs.read('good-folder/x.txt')).toBe('X');
    expect(fs.read('to-root/to-root/inside.txt')).toBe('I');
    expect(fs.kind('good-folder')).toBe('directory');
  });

  test('links to nothing and rings are dangling', () => {
    expect(fs.entry('dangling')).toBe('dangling');
    expect(fs.entry('ring')).toBe('dangling');
    expect(fs.entry('ring/x')).toBe('dangling');
    expect(fs.entry('none')).toBe('absent');
    expect(fs.entry('inside.txt/x')).toBe('absent');
  });
});

test('a root that is itself a link is the folder it leads to', () => {
  const real = temporaryFolder({ 'a.txt': 'A' });
  const link = join(temporaryFolder({}), 'link');
  symlinkSync(real, link);
  const fs = nodeFileSystem(link);
  expect(fs.root).toBe(real);
  expect(fs.read('a.txt')).toBe('A');
});

test('a pipe is not waited for', () => {
  const root = temporaryFolder({});
  execFileSync('mkfifo', [join(root, 'Dockerfile')]);
  const fs = nodeFileSystem(root);
  expect(fs.entry('Dockerfile')).toBe('special');
  expect(fs.read('Dockerfile')).toBeUndefined();
});

test('what is too large is no text, but has bytes', () => {
  const root = temporaryFolder({});
  writeFileSync(join(root, 'big'), new Uint8Array(MAX_TEXT_BYTES + 1));
  const fs = nodeFileSystem(root);
  expect(fs.entry('big')).toBe('too-large');
  expect(fs.read('big')).toBeUndefined();
  expect(fs.readBytes('big')).toHaveLength(MAX_TEXT_BYTES + 1);
});

test('odd paths are not there', () => {
  const fs = nodeFileSystem(temporaryFolder({}));
  for (const path of ['a\0b', 'a/'.repeat(100_000), 'x'.repeat(300), 'x'.repeat(5000)])
    expect(fs.entry(path)).toBe('absent');
});

test.each([
  ['shorter than the room', 'abc', 4],
  ['as long as the room', 'abcd', 4],
  ['longer than the room', 'abcde', 4],
  ['empty', '', 4],
])('a text that is %s is handed back whole', (_, text, room) => {
  const root = temporaryFolder({ text });
  const into = new Uint8Array(room);
  const bytes = nodeFileSystem(root).readTextBytes('text', into)!;
  expect(Buffer.from(bytes).toString()).toBe(text);
  expect(bytes.buffer === into.buffer).toBe(text.length > 0 && text.length < room);
});

test('into a room nothing else is read than without one', () => {
  const root = temporaryFolder({ text: 'abc', 'folder/text': 'def' });
  symlinkSync('text', join(root, 'link'));
  symlinkSync('folder', join(root, 'linked-folder'));
  symlinkSync('/etc/hostname', join(root, 'out'));
  execFileSync('mkfifo', [join(root, 'pipe')]);
  const fs = nodeFileSystem(root);
  const read = (path: string) => fs.readTextBytes(path, new Uint8Array(100));
  for (const path of ['text', './folder/../text', 'link']) expect(Buffer.from(read(path)!).toString()).toBe('abc');
  expect(Buffer.from(read('linked-folder/text')!).toString()).toBe('def');
  for (const path of ['out', 'pipe', 'folder', '.', 'none', 'text/x', '../text', '/etc/hostname', 'a\0b'])
    expect(read(path)).toBeUndefined();
});
