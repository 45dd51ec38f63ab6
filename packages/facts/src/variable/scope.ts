import { memo } from '../kernel/memo.ts';
import { type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Dockerfile, Instruction, Stage } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { timelineOf } from '../stage/timeline.ts';
import { declared } from './declared.ts';
import { expandWith, type Known } from './expand-with.ts';
import { findIn } from './find-in.ts';
import { givenValue } from './given.ts';
import { globalScope, knownOf } from './global-scope.ts';
import { pairsOf } from './pairs.ts';

/** A declaration that has taken effect. */
export interface Binding {
  /** Between the position of its instruction and the next: a pair of an ARG sees the pairs before it. */
  readonly position: number;
  readonly variable: Variable;
  readonly known: Known;
}

export interface StageScope {
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly variables: ReadonlyMap<Instruction, readonly Variable[]>;
}

export type Scopes = ReadonlyMap<Stage, StageScope>;

/**
 * ARG and ENV of every stage, worked out in file order, so that each stage finds those of the stages it builds on.
 * Source: Dockerfile reference, ARG and ENV; dispatchArg and dispatchEnv in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
export const scopesOf = memo((dockerfile: Dockerfile): Scopes => {
  const scopes = new Map<Stage, StageScope>();
  for (const stage of dockerfile.stages) {
    const bindings = new Map<string, Binding[]>();
    const variables = new Map<Instruction, readonly Variable[]>();
    scopes.set(stage, { bindings, variables });
    const bind = (binding: Binding) => {
      const same = bindings.get(binding.variable.name);
      if (same) same.push(binding);
      else bindings.set(binding.variable.name, [binding]);
    };
    timelineOf(stage).instructions.forEach((instruction, position) => {
      const { keyword } = instruction.node;
      if (keyword === 'arg') variables.set(instruction, declareArgs(scopes, stage, instruction, position, bind));
      else if (keyword === 'env') variables.set(instruction, declareEnv(scopes, stage, instruction, position, bind));
    });
  }
  return scopes;
});

type Bind = (binding: Binding) => void;

/** One after the other. What is handed to the build goes first; without a default, an ARG takes over the value of the global ARG of its name. */
function declareArgs(scopes: Scopes, stage: Stage, instruction: Instruction, at: number, bind: Bind): Variable[] {
  const pairs = pairsOf(instruction);
  const escapeToken = stage.dockerfile.tree.escape;
  return pairs.map((pair, index) => {
    const position = at + pairPosition(index, pairs.length);
    const find = (name: string) => findIn(scopes, { stage, position }, name).known;
    const value =
      givenValue(stage.dockerfile, pair.name) ??
      (pair.value === undefined ? globalValue(stage.dockerfile, pair.name) : expandWith(pair.value, escapeToken, find));
    const variable = declared(instruction, pair, undefined, value);
    bind({ position, variable, known: value === undefined ? 'bare' : knownOf(value) });
    return variable;
  });
}

function globalValue(dockerfile: Dockerfile, name: string): Maybe<string> {
  const known = globalScope(dockerfile).known.get(name);
  if (known === null) return unresolved;
  return known === 'bare' ? undefined : known?.value;
}

/** All at once: no pair sees another of its instruction. */
function declareEnv(scopes: Scopes, stage: Stage, instruction: Instruction, at: number, bind: Bind): Variable[] {
  const pairs = pairsOf(instruction);
  const escapeToken = stage.dockerfile.tree.escape;
  const find = (name: string) => findIn(scopes, { stage, position: at }, name).known;
  return pairs.map((pair, index) => {
    const value = pair.value === undefined ? undefined : expandWith(pair.value, escapeToken, find);
    const variable = declared(instruction, pair, expandWith(pair.name, escapeToken, find), value);
    if (value !== undefined)
      bind({ position: at + pairPosition(index, pairs.length), variable, known: knownOf(value) });
    return variable;
  });
}

/** Where in its instruction a pair takes effect, above 0 and below 1. */
export function pairPosition(index: number, count: number): number {
  return (index + 1) / (count + 1);
}
