import { programOf, type SimpleCommand } from './simple-command.ts';
import type { ShellAssignment } from './tree.ts';

const DECLARATIONS: ReadonlySet<string> = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);
const NONE: readonly never[] = [];

/** What `export A=1`, `declare -x B=2` and the like assign. */
export function declaredIn(command: SimpleCommand, from: number, to: number): readonly ShellAssignment[] {
  const program = from < to ? programOf(command.words[from]) : undefined;
  if (program === undefined || !DECLARATIONS.has(program)) return NONE;
  const words = command.words.slice(from, to);
  const exported = program === 'export' || words.some((word) => /^-[a-zA-Z]*x/.test(word.shown));
  return words.flatMap((_, index) => {
    const found = index === 0 ? undefined : command.assignment(from + index);
    return found ? [{ ...found, exported }] : [];
  });
}
