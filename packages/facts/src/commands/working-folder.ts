import { cleanPath, type ShellCommand } from '@dockwarden-internal/syntax';

/**
 * The folder in which a command runs, given that in which its shell starts: `cd` of the same shell, or of the body's own in front of the shell that
 * runs it, counts. Undefined where that cannot be told.
 */
export function workingFolder(
  commands: readonly ShellCommand[],
  index: number,
  start: string | undefined,
): string | undefined {
  let known = folders.get(commands);
  if (!known || known.start !== start) {
    known = { start, each: foldersOf(commands, start) };
    folders.set(commands, known);
  }
  return known.each[index];
}

/** All folders of a body at once: each command's is asked for many times. */
const folders = new WeakMap<
  readonly ShellCommand[],
  { readonly start: string | undefined; readonly each: readonly (string | undefined)[] }
>();

function foldersOf(commands: readonly ShellCommand[], start: string | undefined): (string | undefined)[] {
  const current = new Map<number, string | undefined>([[0, start]]);
  return commands.map(({ words, scope }) => {
    if (!current.has(scope)) current.set(scope, current.get(0));
    const folder = current.get(scope);
    if (/^(cd|pushd)$/.test(words[0]?.value ?? '')) {
      const target = words.slice(1).find((word) => !/^-[LPe@]+$|^--$/.test(word.shown))?.value;
      const known = target !== undefined && target !== '-' && !target.startsWith('~');
      current.set(scope, known ? absolutePath(target, folder) : undefined);
    }
    return folder;
  });
}

/** A path made absolute and clean; undefined for a relative one in an unknown folder. */
export function absolutePath(path: string, folder: string | undefined): string | undefined {
  if (path.startsWith('/')) return cleanPath(path);
  return folder === undefined ? undefined : cleanPath(`${folder}/${path}`);
}
