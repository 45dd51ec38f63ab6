import { entryName } from './merge-keys.ts';
import type { YamlEntry, YamlNode } from './tree.ts';

/** The entry of a map, own or merged; undefined where the key is absent or the node is no map. */
export function entryOf(node: YamlNode | undefined, name: string): YamlEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  return node.entries.find((entry) => entryName(entry) === name);
}

/** The value under a path of keys. */
export function valueAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined {
  return path.reduce<YamlNode | undefined>((at, name) => entryOf(at, name)?.value, node);
}

/** The node as plain JavaScript data, places dropped. Keys become strings; a key `__proto__` is a key like another. */
export function toData(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toData);
  const data: Record<string, unknown> = {};
  for (const entry of node.entries) {
    Object.defineProperty(data, entryName(entry), {
      value: toData(entry.value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return data;
}
