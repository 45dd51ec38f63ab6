import { createHash } from 'node:crypto';
import { byCodeUnits } from '@dockwarden-internal/syntax';

/** Data that has one spelling: lists keep their order, what has none is sorted by whoever writes it. */
export type Canonical = string | number | boolean | null | readonly Canonical[];

/** SHA-256, hexadecimal, over named parts. Each is written as JSON on a line of its own, so that no two lists of parts have the same bytes. */
export function digestOf(format: string, parts: Iterable<readonly [name: string, value: Canonical]>): string {
  const hash = createHash('sha256').update(`${format}\n`);
  for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
  return hash.digest('hex');
}

/** The entries of a map in the order of their names. */
export function sortedEntries(map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...map].sort(([a], [b]) => byCodeUnits(a, b));
}
