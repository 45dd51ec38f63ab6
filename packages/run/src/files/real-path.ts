import { realpathSync } from 'node:fs';
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
