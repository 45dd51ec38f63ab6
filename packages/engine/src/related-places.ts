import { kindPlace } from '@dockwarden-internal/facts';
import type { Place } from '@dockwarden-internal/syntax';
import type { Hit } from './evaluate.ts';
import type { RelatedPlace } from './finding.ts';

/** The further places of a hit: one for a property, one for each element of a collection, the finding's own left out. */
export function relatedPlaces({ check, env }: Hit, main: Place): RelatedPlace[] {
  return check.telling().related.flatMap((path) => {
    const value = path.read(env.self, env);
    const { type } = path;
    const places =
      type.shape === 'facts' && Array.isArray(value)
        ? value.map((element) => kindPlace(type.kind, element))
        : [path.place(env.self, env)];
    return places
      .filter((place): place is Place => place !== undefined && !samePlace(place, main))
      .map((place) => ({ place, message: path.text === 'self' ? '' : spoken(path.text) }));
  });
}

function samePlace(a: Place, b: Place): boolean {
  return a.source === b.source && a.span.start === b.span.start && a.span.end === b.span.end;
}

/** `on.ignoredBy` reads "ignored by". */
function spoken(path: string): string {
  return (path.split('.').at(-1) ?? path).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
