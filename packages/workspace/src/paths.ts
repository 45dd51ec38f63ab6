import { folderOf } from '@dockwarden-internal/facts/kernel/path';
import { cleanPath } from '@dockwarden-internal/syntax';

/** A path written in a file of the folder, from the root; undefined where it leaves the root. */
export function resolveIn(folder: string, path: string): string | undefined {
  const clean = cleanPath(`${folder}/${path}`);
  return path.startsWith('/') || clean === '..' || clean.startsWith('../') ? undefined : clean;
}

/** Folders from a folder up to the root, both included. */
export function upwards(folder: string): string[] {
  const folders = [folder];
  while (folder !== '.') {
    folder = folderOf(folder);
    folders.push(folder);
  }
  return folders;
}
