import type { Dirent } from 'node:fs';
import { MAX_DEPTH, MAX_FILES } from './bounds.ts';
import { nodeFileSystem } from './file-system.ts';
import { listingOf } from './list-files.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';
import { walkFiles } from './walk-files.ts';

afterAll(removeTemporaryFolders);

const fs = nodeFileSystem(temporaryFolder({}));
const named = (name: string, isFolder: boolean) => ({ name, isDirectory: () => isFolder }) as Dirent;
const said = (walk: ReturnType<typeof walkFiles>) =>
  listingOf(walk).diagnostics.map(({ path, exit, message }) => [path, exit, message]);

test('folders in one another without end are cut, and that is said', () => {
  const walk = walkFiles(fs, (folder) => {
    // Without a bound, this would never end.
    if (folder.length > 1000) throw new Error('too deep');
    return [named('d', true), named('f', false)];
  });
  expect(walk.files).toHaveLength(MAX_DEPTH + 1);
  const deep = 'd/'.repeat(MAX_DEPTH + 1).slice(0, -1);
  expect(said(walk)).toEqual([[deep, 3, 'The folder lies more than 64 folders deep and was not looked at.']]);
});

test('files without end are cut, and that is said', () => {
  const files = Array.from({ length: 1000 }, (_, at) => named(`f${at}`, false));
  let asked = 0;
  const walk = walkFiles(fs, (folder) => {
    if (++asked > 600) throw new Error('too many');
    return folder === '.' ? Array.from({ length: 600 }, (_, at) => named(`d${at}`, true)) : files;
  });
  expect(walk.files).toHaveLength(MAX_FILES);
  expect(said(walk)).toEqual([['.', 3, 'There are more than 500000 files; the rest was not looked at.']]);
});
