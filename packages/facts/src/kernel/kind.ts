import type { Place } from '@dockwarden-internal/syntax';
import type { FactNodes, KindName } from './fact-nodes.ts';
import type { Maybe } from './unsure.ts';

/**
 * The types that values of facts can have. `size` is bytes, `duration` milliseconds, `version` text compared number by
 * number, `port` a number that a string of digits equals too. A literal in a policy is parsed to the type of its path.
 */
export type ScalarType = 'string' | 'number' | 'boolean' | 'size' | 'duration' | 'version' | 'port';
export type Scalar = string | number | boolean;

/** Type of a property: one value, one linked fact, or a collection of either. */
export type PropertyType =
  | { readonly shape: 'scalar'; readonly scalar: ScalarType; readonly values?: readonly string[] }
  | { readonly shape: 'fact'; readonly kind: KindName }
  | { readonly shape: 'scalars'; readonly scalar: ScalarType }
  | { readonly shape: 'facts'; readonly kind: KindName };

/** A part of a list that is not copied: the elements from an index up to another. */
export interface Stretch {
  readonly list: readonly unknown[];
  readonly from: number;
  readonly to: number;
}

/** A property of a kind: what it means, how it is read, and where its value is written. */
export interface Property<N> {
  readonly type: PropertyType;
  /** One sentence for the catalogue: meaning, unit, when it is unknown or absent. */
  readonly doc: string;
  /** Reads the value. `undefined`: known to be absent. */
  readonly read: (node: N) => Maybe<unknown>;
  /** Where the value is written. Without one, or where it answers nothing, a linked fact's own place or the owner's serves. */
  readonly at?: (node: N) => Place | undefined;
  /** Collections only: true where more elements may exist than are seen. */
  readonly open?: (node: N) => boolean;
  /** Collections only: the same elements in the same order, as parts of lists that others have parts of, too; where these are long. */
  readonly stretches?: (node: N) => readonly Stretch[];
  /** True where the value may look like a secret and must never be printed. */
  readonly sensitive?: (node: N) => boolean;
  /** What a `set` or `sort` fix edits; only facts that stand in YAML have it. */
  readonly yaml?: string;
}

/** A kind of fact: what may stand after `on:`, behind a path, or in a collection. */
export interface Kind<K extends KindName = KindName> {
  readonly name: K;
  readonly doc: string;
  /** Page of the reference that defines the thing. */
  readonly source?: string;
  /** Name of the property that stands for the fact where a scalar is expected: a flag's name, a label's key. */
  readonly key?: string;
  /** Name of the property that messages print; absent: `text`, else the key. */
  readonly label?: string;
  /** Where the fact is written; absent for what a file only implies. */
  readonly place: (node: FactNodes[K]) => Place | undefined;
  readonly properties: { readonly [property: string]: Property<FactNodes[K]> };
}

type Extras<N> = Pick<Property<N>, 'at' | 'open' | 'stretches' | 'sensitive' | 'yaml'>;

/** A property with one scalar value. */
const scalar =
  <T extends Scalar>(type: ScalarType) =>
  <N>(doc: string, read: (node: N) => Maybe<T>, extras: Extras<N> = {}): Property<N> => ({
    type: { shape: 'scalar', scalar: type },
    doc,
    read,
    ...extras,
  });

export const text = scalar<string>('string');
export const count = scalar<number>('number');
export const flag = scalar<boolean>('boolean');
export const bytes = scalar<number>('size');
export const milliseconds = scalar<number>('duration');
export const version = scalar<string>('version');
export const port = scalar<number>('port');

/** A string out of a closed list; another literal in a policy is a load error. */
export function oneOf<N, const V extends string>(
  values: readonly V[],
  doc: string,
  read: (node: N) => Maybe<V>,
  extras: Extras<N> = {},
): Property<N> {
  return { type: { shape: 'scalar', scalar: 'string', values }, doc, read, ...extras };
}

/** A link to another fact; absent only where it is known not to exist. */
export function link<N, K extends KindName>(
  kind: K,
  doc: string,
  read: (node: N) => Maybe<FactNodes[K]>,
  extras: Extras<N> = {},
): Property<N> {
  return { type: { shape: 'fact', kind }, doc, read, ...extras };
}

/** A collection of facts, in document order. */
export function many<N, K extends KindName>(
  kind: K,
  doc: string,
  read: (node: N) => Maybe<readonly FactNodes[K][]>,
  extras: Extras<N> = {},
): Property<N> {
  return { type: { shape: 'facts', kind }, doc, read, ...extras };
}

/** A collection of plain strings that have no place of their own. */
export function texts<N>(
  doc: string,
  read: (node: N) => Maybe<readonly string[]>,
  extras: Extras<N> = {},
): Property<N> {
  return { type: { shape: 'scalars', scalar: 'string' }, doc, read, ...extras };
}

/** Declares a kind. The name comes first, so that the types of its properties follow from it. */
export function kind<K extends KindName>(name: K, definition: Omit<Kind<K>, 'name'>): Kind<K> {
  return { name, ...definition };
}
