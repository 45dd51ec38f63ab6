import { posix } from 'node:path';

/** The nearest folder at or above a file, up to the root, that is wanted; undefined where there is none. */
export function nearestFolder(file: string, isWanted: (folder: string) => boolean): string | undefined {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (isWanted(folder)) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}
