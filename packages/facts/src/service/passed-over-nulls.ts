import { entryName, type YamlNode } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import type { Compose, ComposeFile } from '../model/service.ts';

/**
 * Where in a file keys without a value stand, each of which only goes over a value of a file before it: merging passes
 * over them, so that Compose never sees them. None of a file that is also the first of a model.
 * Source: compose-go override.MergeYaml; `logging` has to be a map in every file.
 */
export const passedOverNulls = memo((file: ComposeFile): ReadonlySet<number> => {
  const models = file.world.composes.filter(({ files }) => files.includes(file));
  const [first, ...more] = models.map((compose) => nullsOver(file, compose));
  return new Set([...(first ?? [])].filter((start) => more.every((each) => each.has(start))));
});

function nullsOver(file: ComposeFile, { files }: Compose): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: YamlNode, below: readonly YamlNode[]) => {
    if (node.kind !== 'map' || below.length === 0) return;
    for (const entry of node.entries) {
      const under = below.flatMap((each) => valuesUnder(each, entryName(entry)));
      if (entry.value.kind !== 'scalar') visit(entry.value, under);
      else if (entry.value.value === null && under.some(isSet) && entryName(entry) !== 'logging')
        found.add((entry.value.via ?? entry.value.span).start);
    }
  };
  const before = files.slice(0, files.indexOf(file)).flatMap(({ tree }) => tree.documents);
  for (const document of file.tree.documents) visit(document, before);
  return found;
}

function valuesUnder(node: YamlNode, key: string): YamlNode[] {
  if (node.kind !== 'map') return [];
  return node.entries.flatMap((entry) => (entryName(entry) === key ? [entry.value] : []));
}

function isSet(node: YamlNode): boolean {
  return node.kind !== 'scalar' || node.value !== null;
}
