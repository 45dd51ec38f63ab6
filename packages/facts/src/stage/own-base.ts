import type { BaseFacts } from '../bases/base-facts.ts';
import { fromImage } from '../image/from-image.ts';
import { imageBase } from '../image/image-base.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Stage } from '../model/dockerfile.ts';
import { baseOf } from './parent.ts';

/** What is known of the image that a stage is FROM; absent for `scratch`, unknown for a stage and for an image that is not in the table. */
export function ownBase(stage: Stage): Maybe<BaseFacts> {
  const { kind } = baseOf(stage);
  if (kind === 'scratch') return undefined;
  const image = kind === 'image' || kind === 'context' ? fromImage(stage) : undefined;
  return image ? imageBase(image) : unknown;
}
