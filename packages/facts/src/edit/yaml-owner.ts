import {
  entryOf,
  type SourceText,
  type TextEdit,
  valueAt,
  type YamlMap,
  type YamlTree,
} from '@dockwarden-internal/syntax';
import type { ComposeFile, DependsOn, Healthcheck, RawService, Service } from '../model/service.ts';

/** An edit of one file. */
export interface LocatedEdit {
  readonly source: SourceText;
  readonly edit: TextEdit;
}

/** A map in a file that a `set` or `sort` may change. */
export interface YamlOwner {
  readonly tree: YamlTree;
  readonly map: YamlMap;
}

/** The map that holds a Compose fact's keys, in the last file that sets the key, which has the last word, else in the one that defines the fact. */
export function yamlOwner(node: object, key: string): YamlOwner | undefined {
  if ('tree' in node && 'world' in node) return rootOf(node as ComposeFile);
  if ('map' in node && 'file' in node) return { tree: (node as RawService).file.tree, map: (node as RawService).map };
  const service = serviceOf(node);
  if (!service) return undefined;
  const path =
    'settings' in node && 'service' in node
      ? ['services', service.name, ...pathBelow(node as Healthcheck)]
      : ['services', service.name];
  const files = service.compose.files;
  const owners = files.map((file) => ownerIn(file, path)).filter((owner): owner is YamlOwner => owner !== undefined);
  return (
    owners.findLast((owner) => entryOf(owner.map, key)) ??
    owners.find((owner) => owner.tree.source === service.place.source)
  );
}

function serviceOf(node: object): Service | undefined {
  if ('compose' in node && 'settings' in node) return node as Service;
  return 'service' in node ? (node as DependsOn).service : undefined;
}

function pathBelow(node: object): string[] {
  return 'settings' in node && 'test' in (node as Healthcheck).settings ? ['healthcheck'] : [];
}

function ownerIn(file: ComposeFile, path: readonly string[]): YamlOwner | undefined {
  const map = valueAt(file.tree.root, ...path);
  return map?.kind === 'map' && !map.via ? { tree: file.tree, map } : undefined;
}

function rootOf(file: ComposeFile): YamlOwner | undefined {
  return file.tree.root.kind === 'map' ? { tree: file.tree, map: file.tree.root } : undefined;
}
