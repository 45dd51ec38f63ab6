import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { expandGlobally } from '../variable/global-scope.ts';
import { couldBecome } from './could-become.ts';
import { fromWord, stageName } from './from-word.ts';

/** What FROM names: an earlier stage, nothing at all (`scratch`), or an image; unknown where a variable decides. */
export type StageBase =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'image' }
  | { readonly kind: typeof unknown };

/**
 * Stage names are matched in any case and hide images and `scratch`; of equal names the nearest earlier one counts.
 * Source: Dockerfile reference, FROM; `addState` in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
export const baseOf = memo((stage: Stage): StageBase => {
  const word = fromWord(stage);
  if (!word) return { kind: unknown };
  const name = expandGlobally(stage.dockerfile, word.text);
  if (isUnsure(name)) return { kind: mayNameStage(stage, word.text) ? unknown : 'image' };
  const named = name === undefined ? undefined : earlierStage(stage, name);
  if (named) return { kind: 'stage', stage: named };
  return { kind: name === 'scratch' ? 'scratch' : 'image' };
});

/** The stage that a stage builds on; absent where FROM names an image or `scratch`. */
export function parentOf(stage: Stage): Maybe<Stage> {
  const base = baseOf(stage);
  if (base.kind === 'stage') return base.stage;
  return base.kind === unknown ? unknown : undefined;
}

/** The nearest stage above with a name, in any case. */
export function earlierStage(stage: Stage, name: string): Stage | undefined {
  const named = stagesByName(stage.dockerfile).get(name.toLowerCase());
  return named?.findLast((each) => each.index < stage.index);
}

/** Stages by their names in lower case, in file order. */
export const stagesByName = memo(({ stages }: Stage['dockerfile']): ReadonlyMap<string, readonly Stage[]> => {
  const byName = new Map<string, Stage[]>();
  for (const stage of stages) {
    const name = stageName(stage)?.toLowerCase();
    if (name === undefined) continue;
    const same = byName.get(name);
    if (same) same.push(stage);
    else byName.set(name, [stage]);
  }
  return byName;
});

/** True where a text with variables could turn out to be the name of an earlier stage, or `scratch`. */
function mayNameStage(stage: Stage, text: string): boolean {
  const escapeToken = stage.dockerfile.tree.escape;
  if (couldBecome(text, 'scratch', escapeToken)) return true;
  return stage.dockerfile.stages.some((each) => {
    const name = each.index < stage.index ? stageName(each) : undefined;
    return name !== undefined && couldBecome(text, name, escapeToken);
  });
}

/** The stage and those it builds on, nearest first. */
export function chainOf(stage: Stage): Stage[] {
  const chain = [stage];
  for (let parent = parentOf(stage); typeof parent === 'object'; parent = parentOf(parent)) chain.push(parent);
  return chain;
}
