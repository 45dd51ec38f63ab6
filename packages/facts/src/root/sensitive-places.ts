import type { Place } from '@dockwarden-internal/syntax';
import type { KindName } from '../kernel/fact-nodes.ts';
import type { Kind } from '../kernel/kind.ts';
import { memo } from '../kernel/memo.ts';
import { vocabulary } from '../vocabulary/registry.ts';
import type { Root } from './root.ts';
import { subjectsOf } from './subjects.ts';

/** Kinds with a property that may hold a secret. */
const sensitiveKinds = memo((kinds: typeof vocabulary): KindName[] =>
  (Object.keys(kinds) as KindName[]).filter((name) =>
    Object.values((kinds[name] as unknown as Kind).properties).some((property) => property.sensitive),
  ),
);

const cache = new WeakMap<object, readonly Place[]>();

/** Every stretch of a root's files whose text may be a secret and must not be printed. */
export function sensitivePlaces(root: Root): readonly Place[] {
  let places = cache.get(root.node);
  if (!places) {
    places = sensitiveKinds(vocabulary).flatMap((kind) =>
      (subjectsOf(root, kind) ?? []).flatMap((node) => placesIn(kind, node)),
    );
    cache.set(root.node, places);
  }
  return places;
}

function placesIn(kind: KindName, node: object): Place[] {
  const places: Place[] = [];
  for (const property of Object.values((vocabulary[kind] as unknown as Kind).properties)) {
    if (!property.sensitive?.(node as never)) continue;
    const place = property.at?.(node as never);
    if (place) places.push(place);
  }
  return places;
}
