import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The folder (that of a file) and all above it, links resolved, innermost first; undefined where the path does not exist. */
export function foldersAbove(start: string): string[] | undefined {
  try {
    const real = realpathSync.native(start);
    const folders = [statSync(real).isDirectory() ? real : dirname(real)];
    for (let folder = folders[0]!; dirname(folder) !== folder; ) {
      folder = dirname(folder);
      folders.push(folder);
    }
    return folders;
  } catch {
    return undefined;
  }
}
