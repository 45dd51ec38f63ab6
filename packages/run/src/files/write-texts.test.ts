import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { writeTexts } from './write-texts.ts';

afterAll(removeTemporaryFolders);

const write = (root: string, path: string, before: string, after: string) =>
  writeTexts(nodeFileSystem(root), [{ path, before, after }]).map(({ message, exit }) => `${exit} ${message}`);

test('the text is there, the mode as it was, and nothing beside', () => {
  const root = temporaryFolder({ 'a/Dockerfile': 'old' });
  chmodSync(join(root, 'a/Dockerfile'), 0o750);
  expect(write(root, 'a/Dockerfile', 'old', 'new')).toEqual([]);
  expect(readFileSync(join(root, 'a/Dockerfile'), 'utf8')).toBe('new');
  expect(statSync(join(root, 'a/Dockerfile')).mode & 0o7777).toBe(0o750);
  expect(readdirSync(join(root, 'a'))).toEqual(['Dockerfile']);
});

test('a link is written through and stays a link', () => {
  const root = temporaryFolder({ 'real/Dockerfile': 'old', Dockerfile: '-> real/Dockerfile' });
  expect(write(root, 'Dockerfile', 'old', 'new')).toEqual([]);
  expect(lstatSync(join(root, 'Dockerfile')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(root, 'real/Dockerfile'), 'utf8')).toBe('new');
});

test('a new file is made; one that somebody made meanwhile is left', () => {
  const root = temporaryFolder({ Dockerfile: '' });
  expect(write(root, '.dockerignore', '', '.git\n')).toEqual([]);
  expect(readFileSync(join(root, '.dockerignore'), 'utf8')).toBe('.git\n');
  expect(write(root, '.dockerignore', '', 'other\n')).toEqual([
    '3 .dockerignore is not written: it was changed while it was looked at',
  ]);
  expect(readFileSync(join(root, '.dockerignore'), 'utf8')).toBe('.git\n');
});

test('what was changed meanwhile is left, and the others are written', () => {
  const root = temporaryFolder({ a: 'newer', b: 'old' });
  const changes = ['a', 'b'].map((path) => ({ path, before: 'old', after: 'new' }));
  expect(writeTexts(nodeFileSystem(root), changes).map(({ path, hint }) => `${path}: ${hint}`)).toEqual([
    'a: Run again.',
  ]);
  expect(['a', 'b'].map((path) => readFileSync(join(root, path), 'utf8'))).toEqual(['newer', 'new']);
});

test('bytes that are no UTF-8 are not replaced by what stands for them', () => {
  const root = temporaryFolder({ Dockerfile: Uint8Array.from([0x46, 0xe9, 0x0a]) });
  expect(write(root, 'Dockerfile', 'F\ufffd\n', 'G\ufffd\n')).toEqual([
    '3 Dockerfile is not written: it is not in UTF-8',
  ]);
  expect([...readFileSync(join(root, 'Dockerfile'))]).toEqual([0x46, 0xe9, 0x0a]);
});

test('byte order mark and line endings are written as they are said', () => {
  const root = temporaryFolder({ Dockerfile: '\ufeffa\r\n' });
  expect(write(root, 'Dockerfile', '\ufeffa\r\n', '\ufeffb\r\n')).toEqual([]);
  expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toBe('\ufeffb\r\n');
});

test('a link out of the root is not written', () => {
  const elsewhere = temporaryFolder({ Dockerfile: 'old' });
  const root = temporaryFolder({ Dockerfile: `-> ${elsewhere}/Dockerfile` });
  expect(write(root, 'Dockerfile', 'old', 'new')).toEqual([
    '3 Dockerfile is not written: it is a link out of the root',
  ]);
  expect(readFileSync(join(elsewhere, 'Dockerfile'), 'utf8')).toBe('old');
});

test('where nothing can be written, the reason is said in words and no half is left', () => {
  const root = temporaryFolder({ 'a/Dockerfile': 'old' });
  const real = nodeFileSystem(root);
  const long = `a/${'x'.repeat(250)}`;
  writeFileSync(join(root, long), 'old');
  expect(write(root, long, 'old', 'new')).toEqual([`3 ${long} is not written: its name is too long`]);
  expect(readdirSync(join(root, 'a'))).toHaveLength(2);
  const unreadable = { ...real, entry: () => 'unreadable' as const };
  expect(writeTexts(unreadable, [{ path: 'a/Dockerfile', before: 'old', after: 'new' }])[0]!.message).toBe(
    'a/Dockerfile is not written: it is unreadable',
  );
});
