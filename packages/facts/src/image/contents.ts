import { memo } from '../kernel/memo.ts';
import { known } from '../kernel/unsure.ts';
import type { Image } from '../model/image.ts';
import type { Port, Program } from '../model/runtime.ts';
import { imageBase } from './image-base.ts';

/** The ports of an image's configuration; none are seen of an image that is not known. */
export const portsOfImage = memo((image: Image): readonly Port[] =>
  (known(imageBase(image))?.ports ?? []).map((number) => ({
    number,
    last: number,
    protocol: 'tcp',
    text: String(number),
    place: image.place,
  })),
);

/** The programs that an image is known to have, its shells among them. */
export const programsOfImage = memo((image: Image): readonly Program[] => {
  const base = known(imageBase(image));
  return [...new Set([...(base?.programs ?? []), ...(base?.shells ?? [])])].map((name) => ({
    name,
    place: image.place,
  }));
});
