import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction } from '../model/dockerfile.ts';
import { expandAt } from './lookup.ts';

/** The argument of a USER, WORKDIR, STOPSIGNAL or MAINTAINER: all that follows the keyword, blanks included, expanded. */
export function argumentOf(instruction: Instruction): Maybe<string> {
  const { logical, argsStart, argsEnd } = instruction.node;
  return expandAt(instruction, logical.text.slice(argsStart, argsEnd));
}
