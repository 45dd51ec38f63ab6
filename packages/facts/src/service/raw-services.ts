import {
  entryName,
  entryOf,
  writtenEntries,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from '@dockwarden-internal/syntax';
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

/** The keys of a map as written, `<<` among them; none of one that an alias brings. */
export function keysOf(file: ComposeFile, map: YamlNode): readonly ComposeKey[] {
  return map.kind === 'map' && !map.via ? writtenEntries(map).map((entry) => keyOf(file, entry)) : [];
}

/** The members of a key of a map: items of a list, keys of a map; absent without the key, and for what an alias brings. */
export function membersOf(file: ComposeFile, map: YamlNode, key: string): readonly ComposeKey[] | undefined {
  const value = map.kind === 'map' ? valueUnder(map, key) : undefined;
  if (!value || value.via) return undefined;
  if (value.kind === 'map') return keysOf(file, value);
  if (value.kind === 'scalar') return undefined;
  return value.items.map((node) => ({
    file,
    name: itemName(node, key),
    node,
    place: { source: node.source, span: node.via ?? node.span },
  }));
}

export function valueUnder(map: YamlMap, key: string): YamlNode | undefined {
  const entry = entryOf(map, key);
  return entry?.merged ? undefined : entry?.value;
}

function keyOf(file: ComposeFile, entry: YamlEntry): ComposeKey {
  return { file, name: entryName(entry), node: entry.value, place: { source: entry.key.source, span: entry.key.span } };
}

/** What an item is ordered by: its text, a variable's name, a port's number on the host. */
function itemName(node: YamlNode, key: string): string {
  if (node.kind === 'scalar') {
    const text = String(node.value);
    if (key === 'environment') return text.split('=', 1)[0]!;
    return key === 'ports' ? hostPort(text) : text;
  }
  const first = ['published', 'target', 'name', 'source'].map((name) => entryOf(node, name)?.value).find(Boolean);
  return first?.kind === 'scalar' ? String(first.value) : '';
}

/** `8080` of `127.0.0.1:8080:80/tcp`; the container's port where the engine picks the host's. Variables are words of their own. */
function hostPort(text: string): string {
  const parts = portParts(text.split('/', 1)[0]!);
  return parts.at(-2) ?? parts.at(-1) ?? text;
}

/** What stands between colons, of which those in braces and brackets are none; what is never closed ends nothing. */
function portParts(text: string): string[] {
  const parts: string[] = [];
  const lastEnds = { '}': text.lastIndexOf('}'), ']': text.lastIndexOf(']') };
  let start = 0;
  const close = (end: number) => {
    if (end > start) parts.push(text.slice(start, end));
    start = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const end = text.startsWith('${', at) ? '}' : text[at] === '[' ? ']' : undefined;
    if (end && lastEnds[end] > at) at = text.indexOf(end, at);
    else if (text[at] === ':') close(at);
  }
  close(text.length);
  return parts;
}
