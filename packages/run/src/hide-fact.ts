import { type Root, rootPaths, rootWorld, sensitivePlaces } from '@dockwarden-internal/facts';
import { type Masks, mask, masksOfPlaces } from '@dockwarden-internal/report';
import { covers, type Place, stretchesIn } from '@dockwarden-internal/syntax';

/** A fact's text without the secrets of the file that it is written in, or, where it is written nowhere, of the root's files. */
export type HideFact = (text: string, place: Place | undefined) => string;

export function hideFacts(root: Root): HideFact {
  const world = rootWorld(root);
  const files = new Map<string, { readonly masks: Masks; readonly text: string | undefined }>();
  const of = (path: string) => {
    const known = files.get(path);
    if (known) return known;
    const places = sensitivePlaces(world, path);
    const read = { masks: masksOfPlaces(places), text: places[0]?.source.text };
    files.set(path, read);
    return read;
  };
  const own = rootPaths(root);
  return (text, place) => {
    if (place && isSecret(place, of(place.source.path).masks)) return mask;
    const shown = place ? of(place.source.path).masks.hideAt([place], text) : text;
    return own.reduce((hidden, path) => {
      const { masks, text: fileText } = of(path);
      return fileText === undefined ? hidden : masks.hide(hidden, fileText);
    }, shown);
  };
}

/** True for what is but a part of a secret, such as the token in an address. */
function isSecret({ source, span }: Place, masks: Masks): boolean {
  return stretchesIn(masks.spansIn(source.text), span).some((secret) => covers(secret, span));
}
