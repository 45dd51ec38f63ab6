import { isUnsure, type Scalar, type Stretch } from '@dockwarden-internal/facts';
import type { Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import type { Kleene } from './kleene.ts';
import { lazily } from './lazily.ts';
import type { Bindings } from './names.ts';
import { keyOf } from './operand.ts';
import type { Reading } from './reading.ts';
import { isLong } from './stretches.ts';

/** The elements of a collection that are seen, and whether more may exist. An absent collection is empty. */
export interface Collection {
  readonly elements: readonly unknown[];
  /** The same, without a copy of them, where there are many. */
  readonly stretches?: readonly Stretch[];
  readonly open: boolean;
  readonly present: boolean;
  /** The scalars that stand for the elements. */
  readonly keys: (reading: Reading, path: FactPath) => Keys;
}

export interface Keys {
  readonly known: readonly Scalar[];
  /** True where an element's key is not known, so that it may be any. */
  readonly unsure: boolean;
}

/** Reads a collection; null where it cannot be known at all. */
export function readCollection(path: FactPath, fact: object, env: Env): Collection | null {
  const inStretches = path.property?.stretches && stretchesOf(path, fact, env);
  if (inStretches) return inStretches;
  const value = path.read(fact, env);
  if (isUnsure(value)) return null;
  const present = value !== undefined;
  const elements = (value ?? []) as readonly unknown[];
  const owner = present && path.property?.open ? path.owner(fact, env) : undefined;
  const open = owner !== undefined && !isUnsure(owner) && path.property!.open!(owner as never);
  return { elements, open, present, keys: (reading, at) => keysOf(elements, at, reading) };
}

/** Undefined where they are few. */
function stretchesOf(path: FactPath, fact: object, env: Env): Collection | undefined {
  const owner = path.owner(fact, env);
  if (owner === undefined || isUnsure(owner)) return undefined;
  const { stretches, open } = path.property!;
  const parts = stretches!(owner as never);
  if (!isLong(parts)) return undefined;
  const elements = lazily(() => path.read(fact, env) as readonly unknown[]);
  return {
    get elements() {
      return elements();
    },
    stretches: parts,
    open: open?.(owner as never) ?? false,
    present: true,
    keys: (reading, at) => keysOf(elements(), at, reading),
  };
}

function keysOf(elements: readonly unknown[], path: FactPath, reading: Reading): Keys {
  const key = path.type.shape === 'facts' ? keyOf(path.type.kind, reading) : undefined;
  const found = key ? elements.map((element) => (isUnsure(element) ? element : key.read(element))) : elements;
  return {
    known: found.filter((each): each is Scalar => each !== undefined && !isUnsure(each)),
    unsure: found.some(isUnsure),
  };
}

/** A collection's own test: the elements that were read, and where to bind. */
export type CollectionTest = Bindings & {
  readonly test: (collection: Collection, env: Env) => Kleene;
  readonly expected: string;
};
