import type { Place, YamlNode } from '@dockwarden-internal/syntax';
import type { Hole } from './variables/expand.ts';

/**
 * A value of a merged Compose model, in Compose's canonical form, with the place in the file that set it.
 * Immutable; a merge makes new maps and shares what it does not touch.
 */
export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedBase {
  /** Where the value is written. What is read out of a longer text (`8080:80`) points at its part of it. */
  readonly place: Place;
  /** The folder that relative paths in it start from, relative to the workspace root (`.`); undefined outside of the root. */
  readonly folder: string | undefined;
  /** False for what came through an alias, a merge key or `extends`, where an edit would change other services too. */
  readonly fixable: boolean;
  /** The YAML node it was read from; absent for what is derived from a part of one. */
  readonly node?: YamlNode;
}

export interface LocatedMap extends LocatedBase {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}

export interface LocatedEntry {
  readonly key: string;
  /** Of the key. */
  readonly place: Place;
  readonly value: Located;
}

export interface LocatedList extends LocatedBase {
  readonly kind: 'list';
  readonly items: readonly Located[];
}

export interface LocatedScalar extends LocatedBase {
  readonly kind: 'scalar';
  /** A string after expansion of its variables, those without a value left as written. */
  readonly value: string | number | boolean | null;
  /** The stretches of `value` that stand for variables without a value; empty for what is wholly known. */
  readonly holes: readonly Hole[];
  /** The variables that its text, or the longer text it is a part of, was expanded from. */
  readonly variables?: readonly string[];
}

export function isNull(value: Located | undefined): boolean {
  return value?.kind === 'scalar' && value.value === null;
}

/** The value under a path of keys. */
export function at(value: Located | undefined, ...path: readonly string[]): Located | undefined {
  return path.reduce<Located | undefined>((found, key) => entryAt(found, key)?.value, value);
}

export function entryAt(value: Located | undefined, key: string): LocatedEntry | undefined {
  return value?.kind === 'map' ? value.entries.get(key) : undefined;
}

export function mapOf(like: LocatedBase, entries: Iterable<LocatedEntry>): LocatedMap {
  return { ...baseOf(like), kind: 'map', entries: new Map(Array.from(entries, (entry) => [entry.key, entry])) };
}

export function listOf(like: LocatedBase, items: readonly Located[]): LocatedList {
  return { ...baseOf(like), kind: 'list', items };
}

/** A value derived from another one, at its place. */
export function scalarOf(like: LocatedBase, value: LocatedScalar['value'], holes: readonly Hole[] = []): LocatedScalar {
  return { place: like.place, folder: like.folder, fixable: like.fixable, kind: 'scalar', value, holes };
}

export function withEntry(map: LocatedMap, key: string, value: Located, place = value.place): LocatedMap {
  const entries = new Map(map.entries);
  entries.set(key, { key, place: map.entries.get(key)?.place ?? place, value });
  return { ...map, entries };
}

function baseOf(like: LocatedBase): LocatedBase {
  const { place, folder, fixable, node } = like;
  return node ? { place, folder, fixable, node } : { place, folder, fixable };
}
