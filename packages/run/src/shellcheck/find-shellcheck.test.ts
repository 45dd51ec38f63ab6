import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { findShellcheck } from './find-shellcheck.ts';

afterAll(removeTemporaryFolders);

function folderWith(mode: number): string {
  const folder = temporaryFolder({ shellcheck: '#!/bin/sh\n' });
  chmodSync(join(folder, 'shellcheck'), mode);
  return folder;
}

test('the first program on the path, behind links', () => {
  const [first, second] = [folderWith(0o755), folderWith(0o755)];
  expect(findShellcheck([temporaryFolder({}), first, second].join(delimiter))?.program).toBe(join(first, 'shellcheck'));
  const linked = temporaryFolder({});
  symlinkSync(join(second, 'shellcheck'), join(linked, 'shellcheck'));
  expect(findShellcheck(linked)?.program).toBe(join(second, 'shellcheck'));
});

test('what is no program is passed over, and so are relative folders', () => {
  const folder = temporaryFolder({});
  mkdirSync(join(folder, 'shellcheck'));
  expect(findShellcheck([folder, folderWith(0o644), '', '.', 'bin'].join(delimiter))).toBeUndefined();
  expect(findShellcheck(undefined)).toBeUndefined();
});

test('what cannot be looked at is passed over', () => {
  const [ring, found] = [temporaryFolder({}), folderWith(0o755)];
  symlinkSync('shellcheck', join(ring, 'shellcheck'));
  expect(findShellcheck([ring, found].join(delimiter))?.program).toBe(join(found, 'shellcheck'));
});

test('another in its place is told by its identity', () => {
  const folder = folderWith(0o755);
  const before = findShellcheck(folder)?.identity;
  writeFileSync(join(folder, 'shellcheck'), '#!/bin/sh\nexit 1\n');
  expect(findShellcheck(folder)?.identity).not.toBe(before);
});
