import type { Located } from '../located.ts';

/** True where two values hold the same data, wherever they are written. */
export function sameData(a: Located, b: Located): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value && a.folder === b.folder;
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => sameData(item, b.items[index]!));
  }
  if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false;
  return [...a.entries].every(([key, entry]) => {
    const other = b.entries.get(key);
    return other !== undefined && sameData(entry.value, other.value);
  });
}
