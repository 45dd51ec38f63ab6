import { isUnsure, type Scalar } from '@dockwarden-internal/facts';
import type { Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import { keyOf } from './operand.ts';
import type { Reading } from './reading.ts';

/** The elements of a collection that are seen, and whether more may exist. An absent collection is empty. */
export interface Collection {
  readonly elements: readonly unknown[];
  readonly open: boolean;
  readonly present: boolean;
  /** The scalars that stand for the elements; elements whose key is not known are left out. */
  readonly keys: (reading: Reading, path: FactPath) => readonly Scalar[];
}

/** Reads a collection; null where it cannot be known at all. */
export function readCollection(path: FactPath, fact: object, env: Env): Collection | null {
  const value = path.read(fact, env);
  if (isUnsure(value)) return null;
  const present = value !== undefined;
  const elements = (value ?? []) as readonly unknown[];
  const owner = present && path.property?.open ? path.owner(fact, env) : undefined;
  const open = owner !== undefined && !isUnsure(owner) && path.property!.open!(owner as never);
  return { elements, open, present, keys: (reading, at) => keysOf(elements, at, reading) };
}

function keysOf(elements: readonly unknown[], path: FactPath, reading: Reading): readonly Scalar[] {
  if (path.type.shape !== 'facts') return elements as readonly Scalar[];
  const key = keyOf(path.type.kind, reading);
  if (!key) return [];
  return elements
    .map((element) => key.read(element))
    .filter((found): found is Scalar => found !== undefined && !isUnsure(found));
}
