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
  let bare: Binding | undefined;
  let inheritedArg: Binding | undefined;
  let { stage, position } = moment;
  // A trigger, and whatever asks at the end, finds the finished stage as a stage built on it would.
  let startsAt = position < timelineOf(stage).end ? 0 : timelineOf(stage).end;
  for (;;) {
    const bindings = scopes.get(stage)?.bindings.get(name) ?? [];
    for (let at = lastBelow(bindings, position); at >= 0; at--) {
      const binding = bindings[at]!;
      if (binding.known === 'bare') bare ??= binding;
      else if (binding.position >= startsAt || binding.variable.declaredBy === 'env') return binding;
      else inheritedArg ??= binding;
    }
    const parent = parentOf(stage);
    if (typeof parent !== 'object') break;
    stage = parent;
    position = timelineOf(parent).end;
    startsAt = position;
  }
  const declaration = inheritedArg ?? bare;
  const inherited = findInBase(stage, name);
  if (!declaration || (inherited.variable && !inherited.maybeInherited)) return inherited;
  if (declaration.known !== 'bare' || !stage.dockerfile.buildArgs) return declaration;
  // Nothing is handed to it: what is left is the ENV of the base image.
  return { variable: declaration.variable, known: inherited.maybeInherited ? null : undefined };
}

function lastBelow(bindings: readonly Binding[], position: number): number {
  let low = 0;
  let high = bindings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bindings[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
