import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

test('the nearest folder with .git, also where that is a file, as in a worktree', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-repository-')));
  try {
    mkdirSync(join(folder, 'one/.git'), { recursive: true });
    mkdirSync(join(folder, 'one/two/three'), { recursive: true });
    expect(repositoryRoot(join(folder, 'one/two/three'))).toBe(join(folder, 'one'));
    writeFileSync(join(folder, 'one/two/.git'), 'gitdir: ../.git/worktrees/two\n');
    expect(repositoryRoot(join(folder, 'one/two/three'))).toBe(join(folder, 'one/two'));
    expect(repositoryRoot(join(folder, 'nowhere'))).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
