import { posix } from 'node:path';
import { foldersAtCommit, isDiagnostic, type Repository } from '@dockwarden-internal/build';
import type { FileSystem, ProjectModel } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { foldersUp } from '../lint-inputs/glob-path.ts';

/**
 * Of each project, by its root, the first of the folders right below it that came or went with a change: facts tell which are there, and no
 * glob of files does.
 */
export async function movedFolders(
  changed: ReadonlySet<string>,
  projects: readonly ProjectModel[],
  fs: Pick<FileSystem, 'kind'>,
  { repository, commit }: { readonly repository: Repository; readonly commit: string },
): Promise<ReadonlyMap<string, string> | Diagnostic> {
  const roots = new Set(projects.map(({ root }) => root));
  const owners = new Map<string, string>();
  for (const path of changed)
    for (const folder of foldersUp(posix.dirname(path)))
      if (folder !== '.' && roots.has(posix.dirname(folder))) owners.set(folder, posix.dirname(folder));
  const folders = [...owners.keys()].sort();
  const before = await foldersAtCommit(repository, commit, folders);
  if (isDiagnostic(before)) return before;
  const moved = folders.filter((folder) => before.has(folder) !== (fs.kind(folder) === 'directory'));
  return new Map(moved.reverse().map((folder) => [owners.get(folder)!, folder]));
}
