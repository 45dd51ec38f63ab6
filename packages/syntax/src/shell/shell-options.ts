/** Shells whose scripts are read here: those of the POSIX family. */
export const POSIX_SHELLS: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'mksh', 'rbash']);

export interface ShellOptions {
  /** True with `-c`. */
  readonly command: boolean;
  readonly pipefail: boolean;
  readonly errexit: boolean;
  /** True with `-s`, or with no script at all: commands come from standard input. */
  readonly stdin: boolean;
  /** The index of the first word that is no option. */
  readonly end: number;
}

/**
 * Options of a shell, its name being the first word: letters in one word, `c` wherever it likes, `o` with a name of its own in a later word.
 * Source: POSIX, sh; Bash reference manual, "Invoking Bash".
 */
export function readShellOptions(words: readonly string[]): ShellOptions {
  let command = false;
  let stdin = false;
  let pipefail = false;
  let errexit = false;
  let at = 1;
  while (at < words.length) {
    const word = words[at]!;
    if (!/^[-+]./.test(word)) break;
    at++;
    if (word === '--') break;
    if (word.startsWith('--')) {
      if (word === '--rcfile' || word === '--init-file') at++;
      continue;
    }
    const on = word.startsWith('-');
    if (on && word.includes('c')) command = true;
    if (on && word.includes('s')) stdin = true;
    for (const letter of word.slice(1)) {
      if (letter === 'e') errexit = on;
      if (letter !== 'o' && letter !== 'O') continue;
      if (words[at] === 'pipefail') pipefail = on;
      if (words[at] === 'errexit') errexit = on;
      at++;
    }
  }
  return { command, pipefail, errexit, stdin: stdin || at >= words.length || words[at] === '-', end: at };
}
