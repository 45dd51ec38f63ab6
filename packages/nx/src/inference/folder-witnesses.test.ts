import { expect, test } from '@jest/globals';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { folderWitnesses } from './folder-witnesses.ts';

const FILES = {
  'apps/web/package.json': '{}',
  'apps/web/public/img/logo.svg': '',
  'apps/web/src/main.ts': '',
  'apps/web/src/app.ts': '',
  'apps/web/deep/a/b/c/d.txt': '',
  'apps/web/node_modules/next/package.json': '{}',
};

test('one file of each folder, the first of the nearest', () => {
  expect(folderWitnesses(temporaryWorkspace(FILES), 'apps/web')).toEqual([
    'apps/web/deep/a/b/c/d.txt',
    'apps/web/public/img/logo.svg',
    'apps/web/src/app.ts',
  ]);
});

test('a file that lies too deep, and a project that is not there', () => {
  const root = temporaryWorkspace({ 'a/b/c/d/e/f/g.txt': '' });
  expect(folderWitnesses(root, 'a')).toEqual([]);
  expect(folderWitnesses(root, 'gone')).toEqual([]);
});
