import { memo } from '../kernel/memo.ts';
import type { Flag } from '../model/command.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import { expandAt } from '../variable/lookup.ts';

/** The flags between keyword and arguments, in order. */
export const flagsOf = memo((instruction: Instruction): readonly Flag[] => {
  const { dockerfile, node } = instruction;
  return node.flags.map(({ name, value, span, valueSpan }) => ({
    name,
    value: value === undefined ? undefined : expandAt(instruction, value),
    place: placeOf(dockerfile, span),
    ...(valueSpan && { valuePlace: placeOf(dockerfile, valueSpan) }),
    instruction,
  }));
});

/** The value of the last flag of a name; absent where there is none. */
export function flagValue(instruction: Instruction, name: string): Flag['value'] {
  return flagsOf(instruction).findLast((flag) => flag.name === name)?.value;
}

/** The flags as one text, sorted and without needless quotes, so that two instructions can be compared. */
export function flagsText({ node }: Instruction): string {
  const texts = node.flags.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`));
  return texts.sort().join(' ');
}
