import type { Located } from '../located.ts';

type PathTree = Map<string, PathTree | 'cleared'>;

/**
 * The value without what lies at the paths (`!reset`, `!override`). A key of what was written as a list stays, as
 * Compose finds no key in a list.
 */
export function clear(value: Located, paths: readonly (readonly string[])[]): Located {
  const tree: PathTree = new Map();
  for (const path of paths) plant(tree, path);
  return tree.size === 0 ? value : clearWithin(value, tree);
}

function plant(tree: PathTree, path: readonly string[]): void {
  let at = tree;
  for (const [index, key] of path.entries()) {
    const next = at.get(key);
    if (next === 'cleared') return;
    if (index === path.length - 1) at.set(key, 'cleared');
    else {
      const inner: PathTree = next ?? new Map();
      at.set(key, inner);
      at = inner;
    }
  }
}

function clearWithin(value: Located, tree: PathTree): Located {
  if (value.kind !== 'map' || value.node?.kind === 'list') return value;
  const entries = new Map(value.entries);
  for (const [key, inner] of tree) {
    const entry = entries.get(key);
    if (!entry) continue;
    if (inner === 'cleared') entries.delete(key);
    else entries.set(key, { ...entry, value: clearWithin(entry.value, inner) });
  }
  return { ...value, entries };
}
