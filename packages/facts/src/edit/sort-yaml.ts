import { entryOf, sortElements, type YamlMap } from '@dockwarden-internal/syntax';
import type { ComposeFile, RawService } from '../model/service.ts';
import { keysOf, membersOf } from '../service/raw-services.ts';
import { located } from './set-yaml.ts';
import { type LocatedEdit, yamlOwner } from './yaml-owner.ts';

/** Brings the elements of a key (or, with an empty key, the fact's own keys) into order; comments travel with them. */
export function sortYaml(
  node: unknown,
  key: string,
  order: (a: string, b: string) => number,
): LocatedEdit[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const owner = yamlOwner(node, key);
  if (!owner) return undefined;
  const collection = key === '' ? owner.map : entryOf(owner.map, key)?.value;
  if (!collection || collection.kind === 'scalar') return undefined;
  const names = namesIn(node as ComposeFile | RawService, key, owner.map);
  if (!names) return undefined;
  const indexes = names.map((_, index) => index).sort((a, b) => order(names[a]!, names[b]!) || a - b);
  return located(owner.tree.source, sortElements(owner.tree, collection, indexes));
}

function namesIn(node: ComposeFile | RawService, key: string, map: YamlMap): readonly string[] | undefined {
  const file = 'entry' in node ? node.file : node;
  const elements = key === '' ? keysOf(file, map) : membersOf(file, map, key);
  return elements?.map((each) => each.name);
}
