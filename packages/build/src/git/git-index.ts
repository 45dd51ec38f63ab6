import type { GitIndex } from '../context/read-context.ts';
import type { WorkTree } from './work-tree.ts';

/** What git's index says of paths, from what was read of it. */
export function gitIndexOf({ tracked, executable }: WorkTree, { fileModes }: Pick<GitIndex, 'fileModes'>): GitIndex {
  let folders: ReadonlySet<string> | undefined;
  return {
    fileModes,
    modeOf(path) {
      if (tracked.has(path)) return executable.has(path) ? 'executable' : 'file';
      folders ??= foldersAbove(tracked);
      return folders.has(path) ? 'folder' : undefined;
    },
  };
}

function foldersAbove(paths: Iterable<string>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
