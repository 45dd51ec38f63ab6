import { isUnsure, type Maybe } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';
import { partsOf } from './parts.ts';

/** The version at the start of a tag, without what says the variant: `22.11` of `22.11-alpine`. Absent for a tag that starts with no number. */
export function releaseOf(image: Image): Maybe<string> {
  const { tag } = partsOf(image);
  if (tag === undefined || isUnsure(tag)) return tag;
  return /^v?(\d+(?:[._]\d+)*)(?![\da-z])/i.exec(tag)?.[1];
}
