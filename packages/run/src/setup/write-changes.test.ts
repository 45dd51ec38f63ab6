import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '@dockwarden-internal/workspace';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { fileChange } from './file-changes.ts';
import { writeChanges } from './write-changes.ts';

afterEach(removeTemporaryFolders);

const how = { force: false, adopt: false };

test('files are written with the folders that they need, and those that say it already are left', () => {
  const root = temporaryFolder({ 'apps/api/.dockerignore': '.git\r\n' });
  const fs = nodeFileSystem(root);
  const changes = [
    { path: 'apps/api/Dockerfile', text: 'FROM scratch\n' },
    { path: 'apps/api/.dockerignore', text: '.git\n' },
    { path: '.devcontainer/api/devcontainer.json', text: '{}\n' },
  ].map((file) => fileChange(fs, file, how));
  expect(changes.map(({ state }) => state)).toEqual(['new', 'same', 'new']);
  expect(writeChanges(fs, changes)).toBeUndefined();
  expect(readFileSync(join(root, 'apps/api/Dockerfile'), 'utf8')).toBe('FROM scratch\n');
  expect(readFileSync(join(root, 'apps/api/.dockerignore'), 'utf8')).toBe('.git\r\n');
  expect(readFileSync(join(root, '.devcontainer/api/devcontainer.json'), 'utf8')).toBe('{}\n');
});

test('where one file cannot be written, nothing is', () => {
  const root = temporaryFolder({ 'package.json': '{"a":1}\n', 'apps/api': 'a file where a folder should be' });
  const fs = nodeFileSystem(root);
  const changes = [
    { path: 'package.json', text: '{"a":2}\n', edited: true },
    { path: 'new/deep/file', text: 'x\n' },
    { path: 'apps/api/Dockerfile', text: 'FROM scratch\n' },
  ].map((file) => fileChange(fs, file, how));
  const fault = writeChanges(fs, changes);
  expect(fault).toMatchObject({ path: 'apps/api/Dockerfile', exit: 3 });
  expect(fault?.message).toMatch(/^apps\/api\/Dockerfile is not written: a file is where a folder should be/);
  expect(fault?.hint).toMatch(/^Nothing is written\./);
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe('{"a":1}\n');
  expect(existsSync(join(root, 'new'))).toBe(false);
});

test('a file that was changed meanwhile is not lost', () => {
  const root = temporaryFolder({ 'a.txt': 'one\n', 'b.txt': 'one\n' });
  const fs = nodeFileSystem(root);
  const changes = ['a.txt', 'b.txt'].map((path) => fileChange(fs, { path, text: 'two\n', edited: true }, how));
  writeFileSync(join(root, 'b.txt'), 'theirs\n');
  expect(writeChanges(fs, changes)?.message).toMatch(/b\.txt is not written: it was changed/);
  expect(readFileSync(join(root, 'a.txt'), 'utf8')).toBe('one\n');
  expect(readFileSync(join(root, 'b.txt'), 'utf8')).toBe('theirs\n');
});

test('modes are kept', () => {
  const root = temporaryFolder({ 'run.sh': 'one\n' });
  chmodSync(join(root, 'run.sh'), 0o755);
  const fs = nodeFileSystem(root);
  writeChanges(fs, [fileChange(fs, { path: 'run.sh', text: 'two\n', edited: true }, how)]);
  expect(fs.read('run.sh')).toBe('two\n');
  expect(statSync(join(root, 'run.sh')).mode & 0o777).toBe(0o755);
});

test('what differs is replaced by force, kept on adoption, and else left', () => {
  const fs = nodeFileSystem(temporaryFolder({ Dockerfile: 'FROM node\n' }));
  const file = { path: 'Dockerfile', text: 'FROM scratch\n' };
  expect(fileChange(fs, file, how).state).toBe('differs');
  expect(fileChange(fs, file, { force: true, adopt: false }).state).toBe('replaced');
  expect(fileChange(fs, file, { force: false, adopt: true }).state).toBe('kept');
});
