import type { BaseFacts } from '../bases/base-facts.ts';
import { lookUpBase } from '../bases/look-up-base.ts';
import { memo } from '../kernel/memo.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';

/** What the table says of an image; absent for `scratch`, unknown for an image that it does not have. */
export const imageBase = memo((image: Image): Maybe<BaseFacts> => {
  if (image.kind === 'scratch') return undefined;
  return (image.parsed && lookUpBase(image.parsed, image.world.settings.bases)) ?? unknown;
});
