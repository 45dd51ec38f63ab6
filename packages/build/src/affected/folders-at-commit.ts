import type { Diagnostic } from '@dockwarden-internal/syntax';
import { gitFault } from '../git/git-command.ts';
import type { Repository } from '../git/repository.ts';
import { fromRoot, toTopLevel } from '../git/root-path.ts';

/** Paths named in one call: an argument list has an end. */
const AT_ONCE = 500;

/** Which of the folders, from the workspace's root, a commit has. */
export async function foldersAtCommit(
  { git, prefix }: Repository,
  commit: string,
  folders: readonly string[],
): Promise<ReadonlySet<string> | Diagnostic> {
  const asked = new Set(folders);
  const there = new Set<string>();
  for (let from = 0; from < folders.length; from += AT_ONCE) {
    const paths = folders.slice(from, from + AT_ONCE).map((folder) => toTopLevel(prefix, folder));
    // Without -t a folder is not told where one below it is asked for; with it all on the way are.
    const found = await git(['ls-tree', '-d', '-t', '--name-only', '-z', commit, '--', ...paths]);
    if (found.code !== 0) return gitFault(found, 'looking for earlier folders');
    for (const path of found.stdout.split('\0')) {
      const inside = fromRoot(prefix, path);
      if (inside && asked.has(inside)) there.add(inside);
    }
  }
  return there;
}
