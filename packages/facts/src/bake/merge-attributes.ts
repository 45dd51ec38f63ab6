import type { HclValue } from '@dockwarden-internal/syntax';
import type { Attributes } from './bake-file.ts';

/** Joined entry by entry. */
const MAPS: ReadonlySet<string> = new Set(['args', 'labels', 'contexts']);

/** Joined end to end; of every other list the last counts. */
const LISTS: ReadonlySet<string> = new Set(['annotations', 'attest', 'cache-from', 'secret', 'ssh']);

/** A target's attributes with those of one that goes before it. Source: Target.Merge in docker/buildx bake/bake.go, tried with `bake --print`. */
export function mergeAttributes(under: Attributes, over: Attributes): Attributes {
  const merged = new Map(under);
  for (const [key, value] of over) merged.set(key, mergeValues(key, under.get(key), value));
  return merged;
}

function mergeValues(key: string, under: HclValue | undefined, over: HclValue): HclValue {
  if (!under || !(MAPS.has(key) || LISTS.has(key))) return over;
  if (over.kind === 'plain' && over.value === null) return under;
  if (MAPS.has(key) && under.kind === 'map' && over.kind === 'map') {
    const entries = new Map([...under.entries, ...over.entries].map((entry) => [entry.key, entry]));
    return { ...over, entries: [...entries.values()] };
  }
  if (LISTS.has(key) && under.kind === 'list' && over.kind === 'list') {
    return { ...over, items: [...under.items, ...over.items] };
  }
  return { kind: 'unread', place: over.kind === 'map' || over.kind === 'list' ? under.place : over.place };
}
