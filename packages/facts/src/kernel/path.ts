/** A path below a folder, both relative to the workspace root; `.` is the root. */
export function joinPath(folder: string, path: string): string {
  if (path === '.' || path === '') return folder;
  return folder === '.' || folder === '' ? path : `${folder}/${path}`;
}

/** The folder of a path; `.` for a name at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash) || '/';
}

/** The last name of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** True where a path lies below a folder, or is it. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** A path relative to a folder that it lies in; undefined where it does not. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (folder === '.') return path;
  if (path === folder) return '.';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
