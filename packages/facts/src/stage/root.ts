import type { BaseFacts } from '../bases/base-facts.ts';
import { fromImage } from '../image/from-image.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import type { Image } from '../model/image.ts';
import { ownBase } from './own-base.ts';
import { baseOf, parentOf } from './parent.ts';

/** The stage at the end of the FROM chain: the one whose FROM names no stage. */
export function rootStage(stage: Stage): Stage {
  let root = stage;
  for (let parent = parentOf(root); typeof parent === 'object'; parent = parentOf(root)) root = parent;
  return root;
}

/** The external image at the end of the FROM chain; absent for `scratch`, unknown where FROM does not say. */
export function rootImage(stage: Stage): Maybe<Image> {
  const root = rootStage(stage);
  const { kind } = baseOf(root);
  if (isUnsure(kind)) return unknown;
  return kind === 'image' ? fromImage(root) : undefined;
}

/** What is known of the image at the end of the FROM chain; absent for `scratch`. */
export function rootBase(stage: Stage): Maybe<BaseFacts> {
  return ownBase(rootStage(stage));
}
