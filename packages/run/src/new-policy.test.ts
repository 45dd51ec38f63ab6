import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { newPolicy } from './new-policy.ts';

afterEach(removeTemporaryFolders);

const begin = (cwd: string) => newPolicy({ cwd, id: 'house/labels', dryRun: false });

test('nothing is written behind a link out of the root', () => {
  const [root, elsewhere] = [temporaryFolder({ 'package.json': '{}' }), temporaryFolder({})];
  symlinkSync(elsewhere, join(root, 'policies'));
  expect(begin(root)).toEqual({
    fault: 'policies/house/labels.policy.yaml is not written: it is a link out of the root',
    exit: 3,
  });
  expect(existsSync(join(elsewhere, 'house'))).toBe(false);
});

test('a file where the folder should be is said', () =>
  expect(begin(temporaryFolder({ 'package.json': '{}', policies: '' }))).toEqual({
    fault: 'policies/house/labels.policy.yaml is not written: a file is where a folder should be',
    exit: 3,
  }));
