import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown, unresolved } from '../kernel/unsure.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { fromWord } from '../stage/from-word.ts';
import { ownBase } from '../stage/own-base.ts';
import type { Found } from './find-in.ts';

/**
 * The ENV that a stage takes over from the image it is FROM, each with a value that only the image knows; unknown for an image that is not.
 * PATH is always there, since BuildKit adds it.
 */
export const baseVariables = memo((stage: Stage): Maybe<ReadonlyMap<string, Variable>> => {
  const base = ownBase(stage);
  if (isUnsure(base)) return unknown;
  const names = new Set(['PATH', ...(base?.env ?? [])]);
  return new Map([...names].map((name) => [name, implied(stage, name)]));
});

/** Looks a variable up in the image that a stage is FROM. */
export function findInBase(stage: Stage, name: string): Found {
  const variables = baseVariables(stage);
  if (variables === undefined || isUnsure(variables)) {
    return name === 'PATH' ? { variable: path(stage), known: null } : { known: null, maybeInherited: true };
  }
  const variable = variables.get(name);
  return variable ? { variable, known: null } : { known: undefined };
}

const path = memo((stage: Stage) => implied(stage, 'PATH'));

/** A variable that no instruction declares stands at the FROM that brings it. */
function implied(stage: Stage, name: string): Variable {
  const instruction = stage.from ?? stage.instructions[0]!;
  const place = placeOf(stage.dockerfile, fromWord(stage)?.span ?? instruction.node.span);
  return { name, declaredBy: 'env', instruction, value: unresolved, place, namePlace: place, implied: true };
}
