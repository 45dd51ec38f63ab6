import { posix } from 'node:path';

/** A path as a glob that matches it: what a glob reads as a sign matches any one character, which Nx reads alike in 22 to 24. */
export function pathAsGlob(path: string): string {
  return path.replace(/[[\]{}()*?!+@|#\\]/g, '?');
}

/** A glob below a folder, which is taken as it is; both from the workspace root, `.`. */
export function globIn(folder: string, glob: string): string {
  return folder === '.' ? glob : `${pathAsGlob(folder)}/${glob}`;
}

/** The folder joined with a path that stays below the workspace root; undefined where it leaves it. */
export function within(folder: string, path: string): string | undefined {
  const joined = posix.join(folder, path);
  return joined === '..' || joined.startsWith('../') || posix.isAbsolute(path)
    ? undefined
    : joined.replace(/(?<=.)\/$/, '');
}

/** The folder and all above it up to the root (`.`), nearest first. */
export function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; at !== '.' && at !== '/'; ) {
    at = posix.dirname(at);
    folders.push(at);
  }
  return folders;
}
