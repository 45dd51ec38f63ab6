import { listToMap, setPath, valueAt, type YamlData } from '@dockwarden-internal/syntax';
import type { DependsOn } from '../model/service.ts';
import { type LocatedEdit, yamlOwner } from './yaml-owner.ts';

/** Sets a key of a Compose fact; undefined where no edit is safe: what came through an alias, a merge key or `extends`. */
export function setYaml(node: unknown, key: string, value: unknown): LocatedEdit[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (key === 'condition') return setCondition(node as DependsOn, value as YamlData);
  const owner = yamlOwner(node, key);
  return owner && located(owner.tree.source, setPath(owner.tree, owner.map, [key], value as YamlData));
}

/** `depends_on: [db]` becomes a map when a condition is set on one of its services. */
function setCondition({ service, settings, via, place }: DependsOn, value: YamlData): LocatedEdit[] | undefined {
  if (!settings.fixable || via !== 'depends_on') return undefined;
  const file = service.compose.files.find((each) => each.source === place.source);
  const owner = file && valueAt(file.tree.root, 'services', service.name);
  if (!file || owner?.kind !== 'map') return undefined;
  const dependencies = valueAt(owner, 'depends_on');
  if (dependencies?.kind === 'list') {
    const edits = listToMap(file.tree, dependencies, (name) => [
      name,
      { condition: name === settings.name ? value : 'service_started' },
    ]);
    return located(file.source, edits);
  }
  return located(file.source, setPath(file.tree, owner, ['depends_on', settings.name, 'condition'], value));
}

export function located(
  source: LocatedEdit['source'],
  edits: readonly LocatedEdit['edit'][] | undefined,
): LocatedEdit[] | undefined {
  return edits?.map((edit) => ({ source, edit }));
}
