import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { groupByRoot } from './groups.ts';

afterAll(removeTemporaryFolders);

test('a folder that is named is looked into, also where it is a repository of its own', () => {
  const root = temporaryFolder({ 'dockwarden.yaml': '', Dockerfile: '', 'clone/Dockerfile': '' });
  for (const folder of ['.', 'clone']) execFileSync('git', ['-C', join(root, folder), 'init', '-q']);
  const filesOf = (...paths: string[]) => groupByRoot(root, paths).groups.flatMap(({ disk }) => disk.listing.files);
  expect(filesOf()).toEqual(['Dockerfile', 'dockwarden.yaml']);
  expect(filesOf('clone')).toEqual(['Dockerfile', 'clone/Dockerfile', 'dockwarden.yaml']);
});

test('a name that lost bytes on the way here is not looked for, and said to be no UTF-8', () => {
  const root = temporaryFolder({ Dockerfile: '' });
  const [fault] = groupByRoot(root, [join(root, '../bad\uFFFD.Dockerfile')]).diagnostics;
  expect(fault).toMatchObject({ code: 'files/garbled-name', exit: 3 });
});
