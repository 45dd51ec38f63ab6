import { cleanPath } from '@dockwarden-internal/syntax';

/** A name below a folder; both relative to the root, which is `.`. */
export function inFolder(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

/** The folder of a path; `.` for a name at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

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
