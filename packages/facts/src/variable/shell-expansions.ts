import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Expansion } from '../model/variable.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';

/** The variables that the shell text of an instruction takes from its environment: not what the text itself has set before. */
export const shellExpansions = memo((instruction: Instruction): readonly Expansion[] => {
  const { dockerfile } = instruction;
  const tree = shellTreeOf(instruction);
  if (!tree) return [];
  const setAt = new Map<string, number>();
  for (const { assignments } of tree.commands) {
    for (const { name, span } of assignments) if (!setAt.has(name)) setAt.set(name, span.end);
  }
  return tree.expansions
    .filter(({ name, span }) => span.start < (setAt.get(name) ?? Number.POSITIVE_INFINITY))
    .map(({ name, span }) => ({ name, instruction, place: placeOf(dockerfile, span), shell: true }));
});
