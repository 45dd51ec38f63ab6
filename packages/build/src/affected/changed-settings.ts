import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { Image } from '../model/image.ts';

/** What says where settings were found, or how inputs are made, which count by themselves: none of it is in an image. */
const NOT_SETTINGS: ReadonlySet<string> = new Set(['declaredBy', 'contextBy', 'prepare']);

/** The settings in which two readings of an image differ, in order: `target`, `platforms`, `labels`; `[name]` for one that is new. */
export function changedSettings(before: Image | undefined, after: Image): readonly string[] {
  if (!before) return ['name'];
  const flat = (image: Image) => new Map(Object.entries({ ...image, ...image.request, request: undefined }));
  const [old, now] = [flat(before), flat(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])].filter((name) => !NOT_SETTINGS.has(name));
  return names.filter((name) => canonical(old.get(name)) !== canonical(now.get(name))).sort();
}

/** Maps by their entries in order of names, objects likewise; what is undefined is not there. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Map) return ['map', ...[...inner].sort(byName)];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(byName));
  });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodeUnits(a, b);
}
