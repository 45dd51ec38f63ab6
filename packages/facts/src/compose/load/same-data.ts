import type { Located } from '../located.ts';

type IsPath = (key: string | undefined) => boolean;

/**
 * True where two values hold the same data, wherever they are written. Texts under a key that may be a path are the same
 * only if they start from the same folder; any may be one unless said otherwise.
 */
export function sameData(a: Located, b: Located, isPath: IsPath = () => true, key?: string): boolean {
  if (a.kind === 'scalar') return b.kind === 'scalar' && a.value === b.value && (a.folder === b.folder || !isPath(key));
  if (a.kind === 'list') {
    if (b.kind !== 'list' || a.items.length !== b.items.length) return false;
    return a.items.every((item, index) => sameData(item, b.items[index]!, isPath, key));
  }
  if (b.kind !== 'map' || a.entries.size !== b.entries.size) return false;
  return [...a.entries].every(([name, entry]) => {
    const other = b.entries.get(name);
    return other !== undefined && sameData(entry.value, other.value, isPath, name);
  });
}
