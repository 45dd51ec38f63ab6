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

/** Programs that set up an environment for the shell that they are told to start: conda and its kin, software collections, Nix. */
const LAUNCHERS: ReadonlySet<string> = new Set(['conda', 'mamba', 'micromamba', 'pixi', 'scl', 'nix']);

/**
 * Reads the strings of a SHELL instruction (`["/bin/bash", "-o", "pipefail", "-c"]`) or the words behind `#!`. `env` is seen through, and so is what
 * sets up an environment: `["conda", "run", "-n", "app", "/bin/bash", "-c"]`.
 */
export function interpreterOf(words: readonly string[]): Interpreter | undefined {
  const from = /(^|\/)env$/.test(words[0] ?? '')
    ? words.findIndex((word, index) => index > 0 && !/^-|=/.test(word))
    : launchedShell(words);
  const path = words[from];
  if (!path) return undefined;
  const program = programIn(path);
  const posix = POSIX_SHELLS.has(program);
  const options = posix ? readShellOptions(words.slice(from)) : undefined;
  return { program, posix, pipefail: options?.pipefail ?? false, errexit: options?.errexit ?? false };
}

/** The number of the word that names the shell: of a launcher's, the last. */
function launchedShell(words: readonly string[]): number {
  if (!LAUNCHERS.has(programIn(words[0] ?? ''))) return 0;
  return Math.max(
    0,
    words.findLastIndex((word) => POSIX_SHELLS.has(programIn(word))),
  );
}

function programIn(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/\.exe$/i, '');
}
