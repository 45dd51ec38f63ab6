import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { expandGlobally } from '../variable/global-scope.ts';
import { couldBecome } from './could-become.ts';
import { fromWord, stageName } from './from-word.ts';
import { namedContext } from './named-context.ts';
import { earlierStage } from './stages-by-name.ts';

/** What FROM names: an earlier stage, nothing at all (`scratch`), a context that a builder hands over, or an image; unknown where a variable decides. */
export type StageBase =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'scratch' }
  | { readonly kind: 'image' }
  | { readonly kind: 'context'; readonly image: Maybe<string> }
  | { readonly kind: typeof unknown };

/**
 * Stage names are matched in any case and hide images and `scratch`, as named contexts do; of equal names the nearest earlier one counts.
 * Source: Dockerfile reference, FROM; `addState` in moby/buildkit frontend/dockerfile/dockerfile2llb/convert.go.
 */
export const baseOf = memo((stage: Stage): StageBase => {
  const word = fromWord(stage);
  if (!word) return { kind: unknown };
  const name = expandGlobally(stage.dockerfile, word.text);
  if (isUnsure(name)) return { kind: mayNameStage(stage, word.text) ? unknown : 'image' };
  const named = name === undefined ? undefined : earlierStage(stage, name);
  if (named) return { kind: 'stage', stage: named };
  const context = name === undefined ? undefined : namedContext(stage.dockerfile, name);
  if (context !== undefined) return isUnsure(context) ? { kind: unknown } : { kind: 'context', ...context };
  return { kind: name === 'scratch' ? 'scratch' : 'image' };
});

/** The stage that a stage builds on; absent where FROM names an image, a context or `scratch`. */
export function parentOf(stage: Stage): Maybe<Stage> {
  const base = baseOf(stage);
  if (base.kind === 'stage') return base.stage;
  return base.kind === unknown ? unknown : undefined;
}

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
