import { join } from 'node:path';
import { findRoot, rootOfOutsider } from './find-root.ts';
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts';

afterAll(removeTemporaryFolders);

test.each([
  [
    'nx.json',
    { '.git/HEAD': '', 'x/nx.json': '{}', 'x/a/b/package.json': '{}', 'x/a/dockwarden.yaml': '' },
    'x/a/b',
    'x',
  ],
  ['pnpm-workspace.yaml', { '.git/HEAD': '', 'pnpm-workspace.yaml': '', 'a/package.json': '{}' }, 'a', '.'],
  ['workspaces', { '.git/HEAD': '', 'package.json': '{"workspaces":["a"]}', 'a/package.json': '{}' }, 'a', '.'],
  [
    'turbo.json',
    { '.git/HEAD': '', 'x/turbo.json': '{}', 'x/package.json': '{}', 'x/a/turbo.json': '{"extends":["//"]}' },
    'x/a',
    'x',
  ],
  ['dockwarden.yaml', { '.git/HEAD': '', 'x/dockwarden.yaml': '', 'x/a/Dockerfile': '' }, 'x/a/Dockerfile', 'x'],
  ['the repository', { '.git/HEAD': '', 'x/package.json': '{}' }, 'x', '.'],
  ['the repository, a file in worktrees', { '.git': 'gitdir: /x', 'x/package.json': '{}' }, 'x', '.'],
  ['not a workspace around the repository', { 'nx.json': '{}', 'x/.git/HEAD': '', 'x/a/b.txt': '' }, 'x/a', 'x'],
])('the root is told by %s', (_, files, start, root) => {
  const folder = temporaryFolder(files as unknown as Record<string, string>);
  expect(findRoot(join(folder, start))).toBe(join(folder, root));
});

test('a path that does not exist has no root', () => {
  expect(findRoot('/nowhere/at/all')).toBeUndefined();
  expect(rootOfOutsider('/nowhere/at/all')).toBeUndefined();
});

test('a path outside is rooted in its repository or configuration, else in its folder', () => {
  const folder = temporaryFolder({
    'a/.git/HEAD': '',
    'a/b/Dockerfile': '',
    'a/c/dockwarden.yaml': '',
    'a/c/d/Dockerfile': '',
    'a/nx.json': '',
  });
  expect(rootOfOutsider(join(folder, 'a/b/Dockerfile'))).toBe(join(folder, 'a'));
  expect(rootOfOutsider(join(folder, 'a/c/d'))).toBe(join(folder, 'a/c'));
});
