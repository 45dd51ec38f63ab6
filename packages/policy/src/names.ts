import type { BoundType } from './env.ts';

/** Names that are certainly bound when a condition is true, and when it is false. */
export interface Bindings {
  readonly whenTrue: ReadonlyMap<string, BoundType>;
  readonly whenFalse: ReadonlyMap<string, BoundType>;
}

export const noNames: ReadonlyMap<string, BoundType> = new Map();
export const noBindings: Bindings = { whenTrue: noNames, whenFalse: noNames };
/** Of an operator that says what it did not find. */
export const bindsMissing: Bindings = { whenTrue: noNames, whenFalse: new Map([['missing', 'strings']]) };

export function flip(bindings: Bindings): Bindings {
  return { whenTrue: bindings.whenFalse, whenFalse: bindings.whenTrue };
}

/** All conditions hold: every part's names are there. One fails: only names that each part binds when it fails. */
export function allOf(parts: readonly Bindings[]): Bindings {
  return {
    whenTrue: union(parts.map((part) => part.whenTrue)),
    whenFalse: intersection(parts.map((part) => part.whenFalse)),
  };
}

export function anyOf(parts: readonly Bindings[]): Bindings {
  return flip(allOf(parts.map(flip)));
}

function union(maps: readonly ReadonlyMap<string, BoundType>[]): ReadonlyMap<string, BoundType> {
  return new Map(maps.flatMap((map) => [...map]));
}

function intersection(maps: readonly ReadonlyMap<string, BoundType>[]): ReadonlyMap<string, BoundType> {
  const [first = noNames, ...others] = maps;
  return new Map([...first].filter(([name, type]) => others.every((map) => sameType(map.get(name), type))));
}

function sameType(a: BoundType | undefined, b: BoundType): boolean {
  if (a === undefined || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.kind === b.kind;
}
