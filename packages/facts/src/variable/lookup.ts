import type { Maybe } from '../kernel/unsure.ts';
import type { Instruction, Stage } from '../model/dockerfile.ts';
import { endOf, momentBefore } from '../stage/timeline.ts';
import { expandWith, type Find } from './expand-with.ts';
import { type Found, findIn } from './find-in.ts';
import { withoutValue } from './given.ts';
import { globalScope } from './global-scope.ts';
import { pairsOf } from './pairs.ts';
import { pairPosition, scopesOf } from './scope.ts';

/**
 * What a name stands for where an instruction uses it: before FROM and in FROM the global ARGs, behind it ARG and ENV of the stage and of those
 * it builds on. `pair` counts the pairs of an ARG, each of which sees those before it.
 */
export function lookUpAt(instruction: Instruction, name: string, pair?: number): Found {
  const { dockerfile, node } = instruction;
  const moment = node.keyword === 'from' ? undefined : momentBefore(instruction);
  if (!moment) return lookUpGlobally(instruction, name, pair);
  const within = node.keyword === 'arg' && pair !== undefined ? pairPosition(pair, pairsOf(instruction).length) : 0;
  return findIn(scopesOf(dockerfile), { ...moment, position: moment.position + within }, name);
}

/** What a name stands for in the finished stage, ARG included. */
export function lookUpAtEnd(stage: Stage, name: string): Found {
  return findIn(scopesOf(stage.dockerfile), endOf(stage), name);
}

function lookUpGlobally(instruction: Instruction, name: string, pair = 0): Found {
  const { byName, known } = globalScope(instruction.dockerfile);
  const until = pairsOf(instruction)[pair]?.span.start ?? instruction.node.span.end;
  const variable = byName.get(name)?.findLast((each) => each.place.span.start < until);
  return { ...(variable && { variable }), known: known.get(name) };
}

/** Expands a text as BuildKit does in an instruction; unresolved where that hangs on something that is not known. */
export function expandAt(instruction: Instruction, text: string): Maybe<string> {
  return expandWith(text, instruction.dockerfile.tree.escape, findAt(instruction));
}

/** Values where an instruction stands. In FROM, a name that no ARG declares is an ARG that was forgotten, not one that is empty. */
export function findAt(instruction: Instruction): Find {
  const inFrom = !instruction.stage || instruction.node.keyword === 'from';
  return (name) => {
    const { known } = lookUpAt(instruction, name);
    return inFrom && known === undefined ? withoutValue(instruction.dockerfile) : known;
  };
}
