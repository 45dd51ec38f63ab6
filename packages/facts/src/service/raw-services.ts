import { entryName, entryOf, type YamlEntry, type YamlMap, type YamlNode } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { ComposeFile, ComposeKey, RawService } from '../model/service.ts';

/** The services that one file writes, in its order; those that came by a merge key are left out. */
export const rawServicesOf = memo((file: ComposeFile): readonly RawService[] => {
  const services = entryOf(file.tree.root, 'services')?.value;
  if (services?.kind !== 'map') return [];
  return services.entries.flatMap((entry) =>
    entry.merged || entry.value.kind !== 'map' ? [] : [{ file, name: entryName(entry), entry, map: entry.value }],
  );
});

/** The keys of a map as written. */
export function keysOf(file: ComposeFile, map: YamlNode): readonly ComposeKey[] {
  return map.kind === 'map' ? map.entries.filter((entry) => !entry.merged).map((entry) => keyOf(file, entry)) : [];
}

/** The members of a service's key: items of a list, keys of a map; absent without the key. */
export function membersOf(service: RawService, key: string): readonly ComposeKey[] | undefined {
  const value = valueUnder(service.map, key);
  if (!value || value.via) return undefined;
  if (value.kind === 'map') return keysOf(service.file, value);
  if (value.kind === 'scalar') return undefined;
  return value.items.map((node) => ({
    file: service.file,
    name: itemName(node),
    node,
    place: { source: node.source, span: node.span },
  }));
}

export function valueUnder(map: YamlMap, key: string): YamlNode | undefined {
  const entry = entryOf(map, key);
  return entry?.merged ? undefined : entry?.value;
}

function keyOf(file: ComposeFile, entry: YamlEntry): ComposeKey {
  return { file, name: entryName(entry), node: entry.value, place: { source: entry.key.source, span: entry.key.span } };
}

/** What an item is ordered by: its text, a variable's name, a port's number. */
function itemName(node: YamlNode): string {
  if (node.kind === 'scalar') return String(node.value);
  const first =
    node.kind === 'map'
      ? (entryOf(node, 'published') ?? entryOf(node, 'target') ?? entryOf(node, 'name') ?? entryOf(node, 'source'))
      : undefined;
  return first?.value.kind === 'scalar' ? String(first.value.value) : '';
}
