import type { ShellWord } from '@dockwarden-internal/syntax';
import { baseName } from './download-targets.ts';
import { absolutePath } from './working-folder.ts';

/** The names under which a downloaded file is found, as it is moved and copied about. */
export interface DownloadedFile {
  /** Absolute where that is known, otherwise as written. */
  readonly paths: Set<string>;
}

/** True where a word, in this folder, names the file: the same path, or the same last segment where one of the two is relative to who knows what. */
export function namesFile(file: DownloadedFile, text: string, folder: string | undefined): boolean {
  const path = absolutePath(text.replace(/^file:/, ''), folder) ?? text;
  for (const known of file.paths) {
    if (path === known) return true;
    const sure = path.startsWith('/') && known.startsWith('/');
    if (!sure && baseName(path) === baseName(known) && baseName(path) !== '') return true;
    if (matchesPattern(path, known)) return true;
  }
  return false;
}

export function anyNamesFile(file: DownloadedFile, words: readonly ShellWord[], folder: string | undefined): boolean {
  return words.some((word) => (word.alternatives ?? [word.shown]).some((text) => namesFile(file, text, folder)));
}

/** A pattern whose one star stands for part of a name: `/tmp/*.deb`. */
function matchesPattern(pattern: string, path: string): boolean {
  const [head, tail, more] = pattern.split('*');
  if (head === undefined || tail === undefined || more !== undefined) return false;
  const name = pattern.startsWith('/') || head.includes('/') ? path : baseName(path);
  const middle = name.slice(head.length, name.length - tail.length);
  return (
    name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail) && !middle.includes('/')
  );
}

/** Adds where a file goes that is moved or copied to a target, which may be a folder. */
export function addTarget(file: DownloadedFile, target: string, folder: string | undefined): void {
  const path = absolutePath(target, folder) ?? target;
  for (const known of [...file.paths])
    file.paths.add(path.endsWith('/') ? path + baseName(known) : `${path}/${baseName(known)}`);
  file.paths.add(path);
}

/** Folders whose files are there to be run. */
export function isProgramFolder(path: string): boolean {
  return /^\/(usr\/(local\/)?)?s?bin(\/|$)/.test(path);
}

/** Folders in which unpacking is installing. Source: Filesystem Hierarchy Standard 3.0. */
export function isInstallFolder(path: string): boolean {
  return (
    path === '/' ||
    (/^\/(usr|opt|s?bin|lib(64)?)(\/|$)/.test(path) && !/^\/usr\/(local\/)?(share|src)(\/|$)/.test(path))
  );
}
