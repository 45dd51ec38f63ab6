import { entryName, type Place, type YamlMap, type YamlNode, type YamlScalar } from '@dockwarden-internal/syntax';
import type { ComposeFaults } from '../faults.ts';
import type { Located, LocatedBase, LocatedEntry, LocatedScalar } from '../located.ts';
import { expand, type Variables } from '../variables/expand.ts';

/** Where a document's values come from, and what its variables mean. */
export interface Surroundings {
  /** The folder that its relative paths start from. */
  readonly folder: string | undefined;
  readonly variables: Variables;
  readonly faults: ComposeFaults;
}

/** A document with its variables expanded, and the paths that it clears in what it is merged over. */
export interface LocatedDocument {
  readonly root: Located | undefined;
  /** Paths of keys with `!reset` or `!override`. */
  readonly cleared: readonly (readonly string[])[];
}

/**
 * Locates a document's values. `!reset` drops a value and clears what it would be merged over; `!override` keeps it
 * and clears the other. Variables are expanded in every string, keys excepted.
 * Source: Compose file reference, "Merge", "Interpolation".
 */
export function locate(document: YamlNode, surroundings: Surroundings): LocatedDocument {
  const cleared: (readonly string[])[] = [];

  function visit(node: YamlNode, path: readonly string[], fixable: boolean): Located | undefined {
    if (node.tag === '!reset' || node.tag === '!override') cleared.push(path);
    if (node.tag === '!reset') return undefined;
    const base: LocatedBase = {
      place: { source: node.source, span: node.span },
      folder: surroundings.folder,
      fixable: fixable && node.via === undefined,
      node,
    };
    if (node.kind === 'scalar') return locateScalar(node, base, surroundings);
    if (node.kind === 'map') return { ...base, kind: 'map', entries: visitEntries(node, path, base.fixable) };
    const items = node.items.map((item, index) => visit(item, [...path, `[${index}]`], base.fixable));
    return { ...base, kind: 'list', items: items.filter((item) => item !== undefined) };
  }

  function visitEntries(map: YamlMap, path: readonly string[], fixable: boolean): Map<string, LocatedEntry> {
    const entries = new Map<string, LocatedEntry>();
    for (const entry of map.entries) {
      const key = entryName(entry);
      const value = visit(entry.value, [...path, key], fixable && !entry.merged);
      if (value) entries.set(key, { key, place: { source: entry.key.source, span: entry.key.span }, value });
    }
    return entries;
  }

  return { root: visit(document, [], true), cleared };
}

function locateScalar(node: YamlScalar, base: LocatedBase, { variables, faults }: Surroundings): LocatedScalar {
  if (typeof node.value !== 'string' || !node.value.includes('$')) {
    return { ...base, kind: 'scalar', value: node.value, holes: NO_HOLES };
  }
  const { text, holes, invalid, missing, ...looked } = expand(node.value, variables);
  for (const expression of invalid) faultInvalid(expression, base.place, faults);
  for (const name of missing)
    faults.add('required-variable', `The variable ${name} is required and has no value.`, base.place);
  const names = looked.variables.length > 0 ? { variables: looked.variables } : {};
  return { ...base, kind: 'scalar', value: text, holes, ...names };
}

const NO_HOLES: LocatedScalar['holes'] = [];

function faultInvalid(expression: string, place: Place, faults: ComposeFaults): void {
  const shown = expression.length > 40 ? `${expression.slice(0, 40)}…` : expression;
  faults.add('interpolation', `\`${shown}\` is no variable expression; write \`$$\` for a dollar sign.`, place);
}
