import type { BaseFacts } from '../bases/base-facts.ts';
import { fromImage } from '../image/from-image.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Dockerfile, Stage } from '../model/dockerfile.ts';
import type { Image } from '../model/image.ts';
import { ownBase } from './own-base.ts';
import { baseOf, parentOf } from './parent.ts';

const roots = memo((dockerfile: Dockerfile): ReadonlyMap<Stage, Stage> => {
  const known = new Map<Stage, Stage>();
  for (const stage of dockerfile.stages) {
    const parent = parentOf(stage);
    known.set(stage, typeof parent === 'object' ? known.get(parent)! : stage);
  }
  return known;
});

/** The stage at the end of the FROM chain: the one whose FROM names no stage. */
export function rootStage(stage: Stage): Stage {
  return roots(stage.dockerfile).get(stage)!;
}

/** The external image at the end of the FROM chain; absent for `scratch`, unknown where FROM does not say. */
export function rootImage(stage: Stage): Maybe<Image> {
  const root = rootStage(stage);
  const { kind } = baseOf(root);
  if (isUnsure(kind)) return unknown;
  if (kind !== 'image' && kind !== 'context') return undefined;
  const image = fromImage(root);
  return kind === 'context' && !image?.parsed ? unknown : image;
}

/** What is known of the image at the end of the FROM chain; absent for `scratch`. */
export function rootBase(stage: Stage): Maybe<BaseFacts> {
  return ownBase(rootStage(stage));
}
