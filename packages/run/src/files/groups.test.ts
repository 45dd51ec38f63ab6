import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { afterAll, expect, test } from '@jest/globals';
import { groupByRoot, notThere, PIPE_HINT } from './groups.ts';

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

test.each(['/dev/fd/4071', '/dev/stdin', '/proc/self/fd/4071'])(
  '%s is said to be no file, and how a pipe is linted',
  (path) => {
    const root = temporaryFolder({ Dockerfile: '' });
    if (path !== '/dev/stdin')
      expect(groupByRoot(root, [path]).diagnostics).toMatchObject([
        { message: `${path} is no file.`, hint: PIPE_HINT },
      ]);
    expect(notThere(path)).toMatchObject({ hint: PIPE_HINT, exit: 3 });
  },
);

test('what was probably meant is proposed as it is to be typed', () => {
  const linted = ['apps/api/Dockerfile', 'apps/web/compose.yaml'];
  expect(notThere('apps/api/Dockerfil', linted).hint).toBe('Did you mean Dockerfile?');
  expect(notThere('app/web/compose.yaml', linted).hint).toBe('Did you mean apps/web/compose.yaml?');
  expect(notThere('other/Makefile', linted).hint).toBe('Check the path.');
});
