import { join } from 'node:path';
import { removeTemporaryFolders, temporaryFolder } from '@dockwarden-internal/workspace/testing/temporary-folder';
import { ignoredAbove } from './ignored-above.ts';
import { readOutside } from './read-outside.ts';

afterEach(removeTemporaryFolders);

test('what git ignores from above the root, by the nearest file that speaks of it', () => {
  const files = { '.git/HEAD': '', '.gitignore': 'dist\n/web/js/out\nlogs/\n', 'web/.gitignore': '!/js/dist\n' };
  const ignored = ignoredAbove(join(temporaryFolder(files), 'web/js'), readOutside);
  expect(ignored('apps/a/dist', true)).toBe(true);
  expect(ignored('apps/a/dist/x/y.js', false)).toBe(true);
  expect(ignored('dist', true)).toBe(false);
  expect(ignored('out/a', false)).toBe(true);
  expect(ignored('apps/out', true)).toBe(false);
  expect(ignored('logs', false)).toBe(false);
});

test('nothing is ignored from above a repository, or without one', () => {
  const files = { '.gitignore': 'dist\n', 'a/.git/HEAD': '' };
  const root = temporaryFolder(files);
  expect(ignoredAbove(join(root, 'a'), readOutside)('dist', true)).toBe(false);
  expect(ignoredAbove(root, readOutside)('dist', true)).toBe(false);
});
