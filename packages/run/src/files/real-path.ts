import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Absolute, links resolved; undefined where nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** With the links of its folder resolved, its own not; the path itself where there is no such folder. */
export function inRealFolder(path: string): string {
  const folder = realPath(dirname(path));
  return folder === undefined ? path : join(folder, basename(path));
}

/** A folder, or a link to one; false also where the name is too long for the disk. */
export function isFolder(path: string): boolean {
  const real = realPath(path);
  return real !== undefined && statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
}
