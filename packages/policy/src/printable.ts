import { isUnsure, type Kind, type Maybe, type Scalar, type ScalarType } from '@dockwarden-internal/facts';
import { type Place, textAt } from '@dockwarden-internal/syntax';
import type { Env } from './env.ts';
import type { FactPath } from './fact-path.ts';
import { readLiteral, spelled } from './literal.ts';
import { keyOf } from './operand.ts';
import { kindOf, type Reading } from './reading.ts';
import { absent } from './template-filters.ts';

/** What stands where a value may be a secret. */
export const secretMask = '•••';

const notKnown = '(unknown)';

/** A value in words: unresolved prints its source, absent `(none)`, a fact its label, its text or its key, a secret a mask. */
export function printable(path: FactPath, env: Env, reading: Reading): unknown {
  const owner = path.owner(env.self, env);
  if (path.property?.sensitive && owner !== undefined && !isUnsure(owner) && path.property.sensitive(owner as never))
    return secretMask;
  const value: Maybe<unknown> = path.read(env.self, env);
  if (value === undefined) return absent;
  if (isUnsure(value)) {
    const place = path.place(env.self, env);
    return place ? textAt(place) : notKnown;
  }
  const { type } = path;
  if (type.shape === 'facts')
    return (value as readonly unknown[]).map((element) => factText(kindOf(reading, type.kind), element, reading));
  if (type.shape === 'fact') return factText(kindOf(reading, type.kind), value, reading);
  return type.shape === 'scalar' ? spelledValue(value as Scalar, type.scalar, path.ownPlace(env.self, env)) : value;
}

/** Durations with their units, and a size as it is written where it is. */
export function spelledValue(value: Scalar, type: ScalarType, place: Place | undefined): Scalar {
  if (type === 'duration') return spelled(value, type);
  if (type !== 'size' || !place) return value;
  const text = textAt(place).replace(/^(["'])(.*)\1$/, '$2');
  const read = readLiteral(text, type);
  return 'value' in read && read.value === value ? text : value;
}

/** True for what stands in place of a value, and must never be written into a file. */
export function isStandIn(value: unknown): boolean {
  return value === secretMask || value === absent || value === notKnown;
}

function factText(kind: Kind, node: unknown, reading: Reading): string {
  const property = kind.properties[kind.label ?? 'text'];
  if (property?.sensitive?.(node as never)) return secretMask;
  const text = property?.read(node as never);
  if (typeof text === 'string') return text;
  const key = keyOf(kind.name, reading)?.read(node);
  if (key !== undefined && !isUnsure(key)) return String(key);
  const place = kind.place(node as never);
  return place ? textAt(place) : kind.name;
}
