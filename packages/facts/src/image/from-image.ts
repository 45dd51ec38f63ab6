import { memo } from '../kernel/memo.ts';
import { placeOf, type Stage } from '../model/dockerfile.ts';
import type { Image } from '../model/image.ts';
import { fromWord } from '../stage/from-word.ts';
import { baseOf } from '../stage/parent.ts';
import { expandGlobally } from '../variable/global-scope.ts';
import { imageOf } from './image-of.ts';

/** What FROM names, be it an image, a stage, a context or `scratch`; absent in a fragment. */
export const fromImage = memo((stage: Stage): Image | undefined => {
  const word = fromWord(stage);
  if (!word) return undefined;
  const { dockerfile } = stage;
  const base = baseOf(stage);
  return imageOf({
    world: dockerfile.world,
    text: word.text,
    place: placeOf(dockerfile, word.span),
    kind: base.kind,
    resolved: base.kind === 'context' ? base.image : expandGlobally(dockerfile, word.text),
  });
});
