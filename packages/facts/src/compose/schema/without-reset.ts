import type { YamlEntry, YamlNode } from '@dockwarden-internal/syntax';

/** The node without what `!reset` marks: such a value only clears another one, and may be anything. */
export function withoutReset(node: YamlNode): YamlNode | undefined {
  if (node.tag === '!reset') return undefined;
  if (node.kind === 'scalar') return node;
  if (node.kind === 'list') {
    const items = node.items.flatMap((item) => withoutReset(item) ?? []);
    return { ...node, items };
  }
  const entries = node.entries.flatMap((entry): YamlEntry[] => {
    const value = withoutReset(entry.value);
    return value ? [{ ...entry, value }] : [];
  });
  return { ...node, entries };
}
