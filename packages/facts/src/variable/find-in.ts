import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import { memo } from '../kernel/memo.ts';
import type { Maybe } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Variable } from '../model/variable.ts';
import { parentOf } from '../stage/parent.ts';
import { type Moment, timelineOf } from '../stage/timeline.ts';
import { findInBase } from './base-variables.ts';
import type { Known } from './expand-with.ts';
import type { Binding, Scopes } from './scope.ts';

/** What a name stands for at some point. */
export interface Found {
  /** What declares it; absent where nothing in sight does. */
  readonly variable?: Variable;
  readonly known: Known;
  /** True where a base image that is not known may set it. */
  readonly maybeInherited?: true;
}

/**
 * Looks a variable up: in the stage the last declaration counts, ARG or ENV; of what a stage takes over from the stages it builds on, ENV goes
 * before ARG, since an image's ENV is set anew in every stage built on it. An ARG without a value hides nothing.
 */
export function findIn(scopes: Scopes, moment: Moment, name: string): Found {
  const { stage, position } = moment;
  // A trigger, and whatever asks at the end, finds the finished stage as a stage built on it would.
  const startsAt = position < timelineOf(stage).end ? 0 : timelineOf(stage).end;
  const own = declaredIn(scopes, stage, name, position, startsAt);
  const parent = parentOf(stage);
  const found = !own.set && typeof parent === 'object' ? after(declaredBelow(scopes, parent, name), own) : own;
  if (found.set) return found.set;
  const declaration = found.inheritedArg ?? found.bare;
  const inherited = findInBase(found.oldest, name);
  if (!declaration || (inherited.variable && !inherited.maybeInherited)) return inherited;
  if (declaration.known !== 'bare' || !stage.dockerfile.buildArgs) return declaration;
  // Nothing is handed to it: what is left is the ENV of the base image.
  return { variable: declaration.variable, known: inherited.maybeInherited ? null : undefined };
}

/** What a stage, and those it builds on, say of a name. */
interface Declared {
  /** What counts, whatever stands before it. */
  readonly set?: Binding | undefined;
  readonly inheritedArg?: Binding | undefined;
  readonly bare?: Binding | undefined;
  /** The last stage that was asked. */
  readonly oldest: Stage;
}

function declaredIn(scopes: Scopes, stage: Stage, name: string, position: number, startsAt: number): Declared {
  let bare: Binding | undefined;
  let inheritedArg: Binding | undefined;
  const bindings = scopes.get(stage)?.bindings.get(name) ?? [];
  for (let at = lastBelow(bindings, position); at >= 0; at--) {
    const binding = bindings[at]!;
    if (binding.known === 'bare') bare ??= binding;
    else if (binding.position >= startsAt || binding.variable.declaredBy === 'env')
      return { set: binding, inheritedArg, bare, oldest: stage };
    else inheritedArg ??= binding;
  }
  return { inheritedArg, bare, oldest: stage };
}

/** What an older stage says, where a newer one has said this. */
function after(older: Declared, newer: Declared): Declared {
  return { ...older, inheritedArg: newer.inheritedArg ?? older.inheritedArg, bare: newer.bare ?? older.bare };
}

const answersOf = memo((_stage: Stage) => new Map<string, Declared>());

/** What a finished stage hands on: once per stage, the oldest first, for the chain of a stage may be long. */
function declaredBelow(scopes: Scopes, stage: Stage, name: string): Declared {
  const waiting: Stage[] = [];
  let below: Declared | undefined;
  for (let each: Maybe<Stage> = stage; typeof each === 'object'; each = parentOf(each)) {
    below = answersOf(each).get(name);
    if (below) break;
    waiting.push(each);
  }
  for (const each of waiting.reverse()) {
    const { end } = timelineOf(each);
    const own = declaredIn(scopes, each, name, end, end);
    below = below && !own.set ? after(below, own) : own;
    answersOf(each).set(name, below);
  }
  return below!;
}

function lastBelow(bindings: readonly Binding[], position: number): number {
  return partitionPoint(bindings, (binding) => binding.position < position) - 1;
}
