/** A path from the top level as one from the workspace's root; undefined outside of it. */
export function fromRoot(prefix: string, path: string): string | undefined {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}

/** A path from the workspace's root as one from the top level; `.` or nothing is the root, and nothing is the top level. */
export function toTopLevel(prefix: string, path: string): string {
  if (path === '.' || path === '') return prefix;
  return prefix === '' ? path : `${prefix}/${path}`;
}

/** True for the folder itself and all below it; `.` holds everything. */
export function isUnder(path: string, folder: string): boolean {
  return folder === '.' || folder === '' || path === folder || path.startsWith(`${folder}/`);
}

/** A path relative to a folder above it: `.` for the folder itself, undefined outside of it. */
export function below(folder: string, path: string): string | undefined {
  if (folder === '.' || folder === '') return path;
  if (path === folder) return '.';
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** A path in a folder as one from where the folder's path begins. */
export function joinFolder(folder: string, path: string): string {
  if (path === '.' || path === '') return folder;
  return folder === '.' || folder === '' ? path : `${folder}/${path}`;
}

/** Folders and files of which none lies below another, in order. */
export function outermost(paths: Iterable<string>): readonly string[] {
  const kept: string[] = [];
  const all = new Set(paths);
  if (all.has('.') || all.has('')) return ['.'];
  for (const path of [...all].sort()) {
    if (!ancestors(path).some((folder) => all.has(folder))) kept.push(path);
  }
  return kept;
}

/** The folders above a path, the outermost first; without the root. */
export function ancestors(path: string): readonly string[] {
  const folders: string[] = [];
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    folders.push(path.slice(0, slash));
  return folders;
}
