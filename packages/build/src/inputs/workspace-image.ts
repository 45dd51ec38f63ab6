import { memo } from '@dockwarden-internal/facts';
import { type Place, parseReference } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';
import type { Named } from './named-by.ts';

/** An image of the workspace that a reference stands for. */
export interface ParentLink {
  /** What names it where it is built on: the reference, or the name of a context. */
  readonly reference: string;
  readonly parent: Image;
  readonly place: Place;
}

/** Images by repository, as registries know it. */
const byRepository = memo((images: readonly Image[]): ReadonlyMap<string, readonly Image[]> => {
  const found = new Map<string, Image[]>();
  for (const image of images) {
    const parsed = parseReference(image.request.repository);
    if ('fault' in parsed) continue;
    const same = found.get(parsed.name);
    if (same) same.push(image);
    else found.set(parsed.name, [image]);
  }
  return found;
});

const byName = memo((images: readonly Image[]) => new Map(images.map((image) => [image.name, image])));

/** The images of the workspace that an origin may stand for, besides the image itself: one, none, or several where repositories are shared. */
export function workspaceImages(images: readonly Image[], image: Image, origin: Named): readonly Image[] {
  if (origin.kind === 'image') return ofReference(images, image, origin.text);
  if (origin.kind !== 'context') return [];
  const { means } = origin.context;
  if (means.kind === 'image') return ofReference(images, image, means.reference);
  const named = means.kind === 'target' ? byName(images).get(means.image) : undefined;
  return named ? [named] : [];
}

/** What names its digest is that image, whoever builds another. Of those that share the repository, the one whose tags say so. */
function ofReference(images: readonly Image[], image: Image, text: string): readonly Image[] {
  const parsed = parseReference(text);
  if ('fault' in parsed || parsed.digest !== undefined) return [];
  const same = (byRepository(images).get(parsed.name) ?? []).filter((each) => each !== image);
  if (same.length < 2) return same;
  const tagged = same.filter(({ request }) => request.tags.includes(parsed.tag ?? 'latest'));
  return tagged.length === 1 ? tagged : same;
}
