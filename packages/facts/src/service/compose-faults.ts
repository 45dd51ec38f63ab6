import { entryOf, type YamlTree } from '@dockwarden-internal/syntax';
import type { ComposeFault } from '../compose/faults.ts';
import type { OtherFile } from '../compose/load/model.ts';
import { memo } from '../kernel/memo.ts';
import type { Compose, ComposeFile } from '../model/service.ts';
import type { Fault } from '../model/text.ts';
import type { World } from '../model/world.ts';
import { passedOverNulls } from './passed-over-nulls.ts';

/**
 * What `docker compose` would refuse in a file and in those that it alone leads to: what breaks the schema of the Compose
 * Specification, and faults of models. What is no YAML is told by the parser; a file with such faults is not held against
 * the schema.
 */
export const composeFaultsOf = memo((file: ComposeFile): readonly Fault[] =>
  [{ tree: file.tree }, ...otherFilesOf(file)].flatMap((each) =>
    faultsIn(file.world, each, each.tree === file.tree ? passedOverNulls(file) : undefined),
  ),
);

/** The files that the models of a file include or extend, and that the run does not lint by themselves. */
export const otherFilesOf = memo((file: ComposeFile): readonly OtherFile[] => {
  const linted = new Set(file.world.composeFiles.map(({ source }) => source.path));
  const others = new Map<string, OtherFile>();
  for (const { model } of modelsByFile(file.world).get(file) ?? []) {
    for (const other of model.others) {
      const { path } = other.tree.source;
      if (!linted.has(path)) others.set(path, together(others.get(path), other));
    }
  }
  return [...others.values()];
});

function together(one: OtherFile | undefined, other: OtherFile): OtherFile {
  if (!one) return other;
  const { tree } = one;
  return one.services && other.services ? { tree, services: new Set([...one.services, ...other.services]) } : { tree };
}

function faultsIn(world: World, file: OtherFile, passedOver?: ReadonlySet<number>): Fault[] {
  const ofModels = faultsByPath(world).get(file.tree.source.path) ?? [];
  const seen = new Set<number>();
  return [...ofModels, ...schemaFaults(world, file).filter(({ place: { span } }) => !passedOver?.has(span.start))]
    .filter(({ place: { span } }) => !seen.has(span.start) && seen.add(span.start))
    .sort((a, b) => a.place.span.start - b.place.span.start)
    .map(({ code, message, place }) => ({ tool: 'compose', code, level: 'error', text: message, aliases: [], place }));
}

function schemaFaults(world: World, { tree, services }: OtherFile): readonly ComposeFault[] {
  if (tree.faults.length > 0) return [];
  const known = schemaFaultsByTree(world);
  const faults = known.get(tree) ?? world.checkSchema?.(tree) ?? [];
  known.set(tree, faults);
  if (!services) return faults;
  const spans = tree.documents.flatMap((document) => {
    const map = entryOf(document, 'services')?.value;
    return [...services].flatMap((name) => entryOf(map, name)?.span ?? []);
  });
  return faults.filter(({ place: { span } }) =>
    spans.some(({ start, end }) => start <= span.start && span.start < end),
  );
}

const schemaFaultsByTree = memo((_: World) => new Map<YamlTree, readonly ComposeFault[]>());

const faultsByPath = memo((world: World): ReadonlyMap<string, readonly ComposeFault[]> => {
  const faults = new Map<string, ComposeFault[]>();
  for (const fault of world.composes.flatMap(({ model }) => model.faults)) {
    if (!fault.code.startsWith('compose/yaml-')) putInto(faults, fault.place.source.path, fault);
  }
  return faults;
});

const modelsByFile = memo((world: World): ReadonlyMap<ComposeFile, readonly Compose[]> => {
  const models = new Map<ComposeFile, Compose[]>();
  for (const compose of world.composes) {
    for (const file of new Set(compose.files)) putInto(models, file, compose);
  }
  return models;
});

function putInto<K, V>(groups: Map<K, V[]>, key: K, value: V): void {
  const known = groups.get(key);
  if (known) known.push(value);
  else groups.set(key, [value]);
}
