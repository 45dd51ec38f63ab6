import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { openPlaces } from './places.ts';

afterAll(removeTemporaryFolders);

const root = temporaryFolder({ 'fat/Dockerfile': 'FROM scratch\n', 'lnk/.keep': '', '..x/a': '' });
symlinkSync('../fat/Dockerfile', join(root, 'lnk/Dockerfile'));
symlinkSync('Dockerfile', join(root, 'lnk/again'));
symlinkSync('fat', join(root, 'thin'));
symlinkSync('..x/a', join(root, 'dots'));
symlinkSync('/etc/passwd', join(root, 'out'));
symlinkSync('nowhere', join(root, 'dangling'));
symlinkSync('ring', join(root, 'ring'));

test.each([
  ['lnk/Dockerfile', 'fat/Dockerfile'],
  ['lnk/again', 'fat/Dockerfile'],
  ['thin', 'fat'],
  ['thin/Dockerfile', 'fat/Dockerfile'],
  ['dots', '..x/a'],
  ['fat/Dockerfile', undefined],
  ['gone/file', undefined],
  ['out', undefined],
  ['dangling', undefined],
  ['ring', undefined],
  ['.', undefined],
])('%s leads to %s', (path, target) => {
  expect(openPlaces(root).targetOf(path)).toBe(target);
});

test.each([
  ['lnk/Dockerfile', 'file'],
  ['thin', 'folder'],
  ['./thin/', 'folder'],
  ['fat/Dockerfile', 'file'],
  ['fat/Dockerfile/below', undefined],
  ['.', 'folder'],
  ['out', 'file'],
  ['dangling', undefined],
  ['ring', undefined],
  ['gone/file', undefined],
])('%s is a %s', (path, kind) => {
  expect(openPlaces(root).kindOf(path)).toBe(kind);
});
