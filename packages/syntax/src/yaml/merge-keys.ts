import type { AnchorBook } from './anchor-book.ts';
import type { FaultList } from './faults.ts';
import type { YamlEntry, YamlNode, YamlScalar } from './tree.ts';

/** The key as a name: its text where it is no string (`80:`), and empty for a null key. */
export function entryName(entry: YamlEntry): string {
  return typeof entry.key.value === 'string' ? entry.key.value : entry.key.text;
}

/** `<<`, unquoted. */
export function isMergeKey(key: YamlScalar): boolean {
  return key.quote === 'plain' && key.value === '<<';
}

/**
 * Writes merge keys out in place: an own key hides a merged one, and of several merged maps the first one wins.
 * Source: yaml.org/type/merge, as go-yaml 3 (and so Compose) reads it.
 */
export function mergeEntries(
  written: readonly YamlEntry[],
  own: ReadonlyMap<string, YamlEntry>,
  list: FaultList,
  book: AnchorBook,
): YamlEntry[] {
  const taken = new Set(own.keys());
  const resolved: YamlEntry[] = [];
  for (const entry of written) {
    if (!isMergeKey(entry.key)) resolved.push(entry);
    else {
      for (const map of mergedMaps(entry.value)) {
        if (map.kind !== 'map') {
          list.add('merge', 'A merge key (`<<`) takes a map, or a list of maps.', entry.value.via ?? map.span);
          continue;
        }
        if (!book.spend(map.entries.length, entry.span)) continue;
        for (const merged of map.entries) {
          const name = entryName(merged);
          if (taken.has(name)) continue;
          taken.add(name);
          resolved.push(merged.merged ? merged : { ...merged, merged: true });
        }
      }
    }
  }
  return resolved;
}

function mergedMaps(value: YamlNode): readonly YamlNode[] {
  return value.kind === 'list' ? value.items : [value];
}
