import { interpreterOf } from '@dockwarden-internal/syntax';
import { isUnsure } from '../kernel/unsure.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { rootBase } from '../stage/root.ts';
import { readsPosix, shellAt } from './shell-in-force.ts';

/** Shells that know the option; that Debian calls `sh` does not. Source: POSIX.1-2024 has it, dash from 0.5.13 on. */
const KNOWN: ReadonlySet<string> = new Set(['bash', 'ash', 'zsh', 'ksh']);

/**
 * The array of a SHELL that puts pipefail in force for an instruction: the shell that is, or else the base image's bash or ash. Absent before
 * the first FROM, and where the shell is no POSIX shell.
 */
export function pipefailShell(instruction: Instruction): string | undefined {
  const shell = shellAt(instruction);
  if (!shell || !instruction.stage || !readsPosix(shell)) return undefined;
  const [path = '', ...options] = shell.words;
  const words =
    shell.explicit && KNOWN.has(interpreterOf([path])?.program ?? '')
      ? [path, '-o', 'pipefail', ...options]
      : [`/bin/${hasOnlyAsh(instruction.stage) ? 'ash' : 'bash'}`, '-o', 'pipefail', '-c'];
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}

/** What a later RUN installs is not there yet. */
function hasOnlyAsh(stage: Stage): boolean {
  const base = rootBase(stage);
  return base !== undefined && !isUnsure(base) && base.shells.includes('ash') && !base.shells.includes('bash');
}
