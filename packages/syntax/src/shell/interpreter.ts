import { POSIX_SHELLS, readShellOptions } from './shell-options.ts';

/** The program that reads a script, by the words that start it. */
export interface Interpreter {
  /** Without its folder: `bash`, `pwsh`, `python3`. */
  readonly program: string;
  /** True where the script is text for `parseShell`. */
  readonly posix: boolean;
  readonly pipefail: boolean;
  /** True where it ends at the first command that fails: `-e`. */
  readonly errexit: boolean;
}

/** Reads the strings of a SHELL instruction (`["/bin/bash", "-o", "pipefail", "-c"]`) or the words behind `#!`, `env` seen through. */
export function interpreterOf(words: readonly string[]): Interpreter | undefined {
  const from = /(^|\/)env$/.test(words[0] ?? '')
    ? words.findIndex((word, index) => index > 0 && !/^-|=/.test(word))
    : 0;
  const path = words[from];
  if (!path) return undefined;
  const program = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
  const posix = POSIX_SHELLS.has(program);
  const options = posix ? readShellOptions(words.slice(from)) : undefined;
  return { program, posix, pipefail: options?.pipefail ?? false, errexit: options?.errexit ?? false };
}
