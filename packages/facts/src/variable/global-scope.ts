import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Dockerfile, Instruction } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { declared } from './declared.ts';
import { expandWith, type Known } from './expand-with.ts';
import { givenValue, withoutValue } from './given.ts';
import { pairsOf } from './pairs.ts';
import { platformArgs } from './predefined.ts';

/** The ARGs before the first FROM: what FROM can use, and a stage that repeats the ARG. Source: Dockerfile reference, "Understand how ARG and FROM interact". */
export interface GlobalScope {
  readonly variables: ReadonlyMap<Instruction, readonly Variable[]>;
  /** The declarations of each name, in order. */
  readonly byName: ReadonlyMap<string, readonly Variable[]>;
  readonly known: ReadonlyMap<string, Known>;
}

export const globalScope = memo((dockerfile: Dockerfile): GlobalScope => {
  const variables = new Map<Instruction, Variable[]>();
  const byName = new Map<string, Variable[]>();
  const known = new Map<string, Known>([...platformArgs].map((name) => [name, automatic(dockerfile, name)]));
  const escapeToken = dockerfile.tree.escape;
  const find = (name: string) => known.get(name);
  for (const instruction of dockerfile.instructions) {
    if (instruction.stage) break;
    if (instruction.node.keyword !== 'arg') continue;
    const here: Variable[] = [];
    for (const pair of pairsOf(instruction)) {
      const given = givenValue(dockerfile, pair.name);
      const value = given ?? (pair.value === undefined ? undefined : expandWith(pair.value, escapeToken, find));
      const variable = declared(instruction, pair, undefined, value);
      here.push(variable);
      byName.set(variable.name, [...(byName.get(variable.name) ?? []), variable]);
      if (pair.value !== undefined || given !== undefined) known.set(variable.name, knownOf(value));
      else if (!known.has(variable.name)) known.set(variable.name, withoutValue(dockerfile));
    }
    variables.set(instruction, here);
  }
  return { variables, byName, known };
});

/** A build argument goes before what the builder sets by itself. Source: defaultArgs in moby/buildkit frontend/dockerfile/dockerfile2llb/platform.go. */
function automatic({ buildArgs, automaticArgs }: Dockerfile, name: string): Known {
  const value = buildArgs?.get(name) ?? automaticArgs?.get(name);
  return value === undefined ? null : { value };
}

export function knownOf(value: Maybe<string>): Known {
  if (isUnsure(value)) return null;
  return value === undefined ? undefined : { value };
}

/** Expands a text as in FROM, with the ARGs before it. A name that none of them declares is an ARG that was forgotten. */
export function expandGlobally(dockerfile: Dockerfile, text: string): Maybe<string> {
  const { known } = globalScope(dockerfile);
  return expandWith(text, dockerfile.tree.escape, (name) =>
    known.has(name) ? known.get(name) : withoutValue(dockerfile),
  );
}
