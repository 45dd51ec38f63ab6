import type { Locate } from './located-text.ts';
import { newReader, readSafely, topSurroundings } from './reader.ts';
import type { ShellTree } from './tree.ts';
import { walkBody } from './walk.ts';

export interface ParseShellOptions {
  /** The shell that reads the text: `sh` (the default) stands for one that may be any of them; `dash` has no brace expansion. */
  readonly dialect?: 'sh' | 'bash' | 'dash' | 'ash' | 'zsh' | 'ksh';
  /** True where the shell was started with `-o pipefail`, as by `SHELL ["/bin/bash", "-o", "pipefail", "-c"]`. */
  readonly pipefail?: boolean;
  /** True where it was started with `-e`. */
  readonly errexit?: boolean;
}

/**
 * Reads shell text. `locate` leads from its offsets to spans of the source file; the tree's spans are those.
 *
 * Commands are found in lists, groups, branches, loops, functions, substitutions, and in the literal strings that `sh -c`, `eval`, `su -c`
 * and a shell's heredoc hand on. Wrappers are peeled off. Text that is over a bound is left out and `unread` says so; nothing throws.
 */
export function parseShell(text: string, locate: Locate, options: ParseShellOptions = {}): ShellTree {
  const reader = newReader(options.dialect !== 'dash');
  const located = { text, locate };
  return readSafely(reader, () =>
    walkBody(reader, located, topSurroundings(located, options.pipefail ?? false), options.errexit ?? false),
  );
}
