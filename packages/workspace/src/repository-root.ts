import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foldersAbove } from './folders-above.ts';

/** The folder of the repository that a folder lies in: the nearest with `.git` (in a worktree a file). Undefined outside of one. */
export function repositoryRoot(folder: string): string | undefined {
  return foldersAbove(folder)?.find((each) => existsSync(join(each, '.git')));
}
