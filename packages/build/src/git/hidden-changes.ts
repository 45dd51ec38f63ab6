import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { gitFault } from './git-command.ts';
import type { Repository } from './repository.ts';
import { toTopLevel } from './root-path.ts';
import type { Change, WorkTree } from './work-tree.ts';

/** Files that git was told not to compare (assume-unchanged, skip-worktree) and that differ from the index all the same. */
export async function hiddenChanges(
  { git, prefix, topLevel }: Repository,
  { unwatched }: WorkTree,
  isWanted: (path: string) => boolean,
): Promise<readonly Change[] | Diagnostic> {
  const there: string[] = [];
  for (const path of unwatched.keys()) {
    // Absent files are what a sparse checkout is made of. Standard input has one path a line.
    if (!isWanted(path) || path.includes('\n')) continue;
    const stats = await lstat(join(topLevel, toTopLevel(prefix, path))).catch(() => undefined);
    if (stats?.isFile()) there.push(path);
  }
  if (there.length === 0) return [];
  const names = there.map((path) => `${toTopLevel(prefix, path)}\n`).join('');
  const run = await git(['hash-object', '--stdin-paths'], names);
  if (run.code !== 0) return gitFault(run, 'hashing files');
  const ids = run.stdout.split('\n');
  return there.filter((path, index) => ids[index] !== unwatched.get(path)).map((path) => ({ path, how: 'hidden' }));
}
