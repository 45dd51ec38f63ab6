import { cleanPath, type ShellCommand } from '@dockwarden-internal/syntax';

/**
 * The folder in which a command runs, given that in which its shell starts: `cd` of the same shell, or of the one that started it, in front of
 * it counts. Undefined where that cannot be told.
 */
export function workingFolder(
  commands: readonly ShellCommand[],
  index: number,
  start: string | undefined,
): string | undefined {
  const { scope } = commands[index]!;
  let folder = start;
  for (const { words, scope: own } of commands.slice(0, index)) {
    if ((own !== scope && own !== 0) || !/^(cd|pushd)$/.test(words[0]?.value ?? '')) continue;
    const target = words.slice(1).find((word) => !/^-[LPe@]+$|^--$/.test(word.shown))?.value;
    folder =
      target === undefined || target === '-' || target.startsWith('~') ? undefined : absolutePath(target, folder);
  }
  return folder;
}

/** A path made absolute and clean; undefined for a relative one in an unknown folder. */
export function absolutePath(path: string, folder: string | undefined): string | undefined {
  if (path.startsWith('/')) return cleanPath(path);
  return folder === undefined ? undefined : cleanPath(`${folder}/${path}`);
}
