import type { KindName } from '@dockwarden-internal/facts';
import { isMap, ownEntry } from '@dockwarden-internal/syntax';
import type { Discriminator } from './compiled.ts';

/** The properties by which subjects of a kind are sorted into buckets, so that a check meets only those that it may concern. */
const discriminators: { readonly [K in KindName]?: readonly string[] } = {
  command: ['name', 'program'],
  instruction: ['keyword'],
  variable: ['declaredBy'],
  reference: ['use'],
};

/** Reads the values that a `where` (or a term that it rests on) demands of a discriminating property, the first of which there are some. */
export function discriminatorOf(
  kind: KindName,
  where: unknown,
  terms: Readonly<Record<string, unknown>>,
): Discriminator | undefined {
  for (const property of discriminators[kind] ?? []) {
    const values = demanded(property, where, terms, 0);
    if (values) return { property, values };
  }
  return undefined;
}

function demanded(
  property: string,
  where: unknown,
  terms: Readonly<Record<string, unknown>>,
  depth: number,
): Set<unknown> | undefined {
  if (!isMap(where) || depth > 8) return undefined;
  const wanted = ownEntry(where, property);
  if (typeof wanted === 'string') return new Set([wanted]);
  if (Array.isArray(wanted)) return new Set(wanted);
  const term = where['is'];
  return typeof term === 'string' && Object.hasOwn(terms, term)
    ? demanded(property, terms[term], terms, depth + 1)
    : undefined;
}
