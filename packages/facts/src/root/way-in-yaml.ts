import {
  entryName,
  writtenEntries,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import { memo } from '../kernel/memo.ts';

/** The keys above an offset: `services/api/image`. Positions in lists are left out, since items move. */
export function wayInYaml(tree: YamlTree, offset: number): string {
  const keys: string[] = [];
  let node: YamlNode | undefined = tree.documents.find((document) => holds(document, offset)) ?? tree.root;
  while (node && !node.via) {
    if (node.kind === 'map') {
      const entry = entryAt(node, offset);
      if (entry) keys.push(entryName(entry));
      node = entry?.value;
    } else node = node.kind === 'list' ? node.items[lastBefore(node.itemSpans, offset)] : undefined;
  }
  return keys.join('/');
}

const entriesOf = memo((map: YamlMap) => writtenEntries(map));

function entryAt(map: YamlMap, offset: number): YamlEntry | undefined {
  const entries = entriesOf(map);
  const entry = entries[lastBefore(spansOf(map), offset)];
  return entry && offset <= entry.span.end ? entry : undefined;
}

const spansOf = memo((map: YamlMap) => entriesOf(map).map((entry) => entry.span));

function holds({ span }: YamlNode, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Index of the last span that begins at or before the offset; -1 where none does. */
function lastBefore(spans: readonly { readonly start: number }[], offset: number): number {
  return partitionPoint(spans, (each) => each.start <= offset) - 1;
}
