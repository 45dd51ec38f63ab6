import type { Place, YamlNode } from '@dockwarden-internal/syntax';
import { unresolved } from '../../kernel/unsure.ts';
import { isNull, type Located, type LocatedScalar } from '../located.ts';
import { scalarText } from '../scalar-text.ts';

/** A value of a service in its normal form, with the place in the file that set it. */
export interface Setting<T> {
  /** `unresolved` where it depends on a variable without value, or cannot be read as what it should be. */
  readonly value: T | typeof unresolved;
  /** As Compose would pass it on, variables without value as written. */
  readonly text: string;
  readonly place: Place;
  /** False where an edit would change more than this service: see `LocatedBase`. */
  readonly fixable: boolean;
  /** The node that holds it, for edits; absent for a part of a longer text. */
  readonly node?: YamlNode;
  /** The variables it was expanded from. */
  readonly variables: readonly string[];
}

/** Reads a scalar's text; undefined where it is no such thing. */
export type Reading<T> = (text: string, scalar: LocatedScalar) => T | undefined;

/** A scalar as a setting; undefined where it is absent or null. */
export function setting<T>(value: Located | undefined, reading: Reading<T>): Setting<T> | undefined {
  if (value?.kind !== 'scalar' || isNull(value)) return undefined;
  const text = scalarText(value);
  const { place, fixable, node, variables = [] } = value;
  const read = value.holes.length > 0 ? undefined : reading(text, value);
  return { value: read === undefined ? unresolved : read, text, place, fixable, variables, ...(node && { node }) };
}

export const textSetting = (value: Located | undefined) => setting(value, (text) => text);
export const flagSetting = (value: Located | undefined) => setting(value, readFlag);
export const numberSetting = (value: Located | undefined) => setting(value, readNumber);

/** Each scalar of a list, or the one alone. */
export function settings<T>(value: Located | undefined, reading: Reading<T>): Setting<T>[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => setting(item, reading) ?? []);
}

export const textSettings = (value: Located | undefined) => settings(value, (text) => text);

const FLAGS: ReadonlyMap<string, boolean> = new Map(
  Object.entries({
    true: true,
    y: true,
    yes: true,
    on: true,
    false: false,
    n: false,
    no: false,
    off: false,
  }),
);

function readFlag(text: string): boolean | undefined {
  return FLAGS.get(text.toLowerCase());
}

function readNumber(text: string): number | undefined {
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}
