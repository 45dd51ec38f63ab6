import { memo } from '../kernel/memo.ts';
import type { Word } from '../model/command.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';

/** The empty lines within a continuation, each at its place. Source: BuildKit's rule NoEmptyContinuation. */
export const emptyLines = memo((instruction: Instruction): readonly Word[] => {
  const { dockerfile, node } = instruction;
  return node.emptyContinuations.map((span) => {
    const place = placeOf(dockerfile, span);
    return { text: '', value: '', place, instruction };
  });
});
