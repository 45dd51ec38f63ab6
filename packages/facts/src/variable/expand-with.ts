import { type Expansion, expand, expandWords, expansions, type Lookup } from '@dockwarden-internal/syntax';
import { type Maybe, unresolved } from '../kernel/unsure.ts';

/**
 * What is known of a variable at some point: its value; null where it has one that cannot be told; `bare` for an ARG without a value,
 * which whoever builds may give; undefined where it is not set.
 */
export type Known = { readonly value: string } | 'bare' | null | undefined;

export type Find = (name: string) => Known;

/**
 * Expands a text as BuildKit does. A variable that is not set becomes empty. An ARG without a value counts as not set where an
 * operator asks for that (`${TAG:-22}`); used plainly it leaves the text unresolved, since a build without it makes no sense.
 */
export function expandWith(text: string, escapeToken: string, find: Find): Maybe<string> {
  return expand(text, escapeToken, lookupFor(text, escapeToken, find)).value ?? unresolved;
}

/** The same for EXPOSE, where the value of a variable can be several words. */
export function expandWordsWith(text: string, escapeToken: string, find: Find): Maybe<readonly string[]> {
  return expandWords(text, escapeToken, lookupFor(text, escapeToken, find)).words ?? unresolved;
}

function lookupFor(text: string, escapeToken: string, find: Find): Lookup {
  const plain = new Set<string>();
  if (text.includes('$')) collectPlain(expansions(text, escapeToken), plain);
  return (name) => {
    const known = find(name);
    if (known === 'bare') return plain.has(name) ? null : undefined;
    return known ? known.value : known;
  };
}

function collectPlain(all: readonly Expansion[], plain: Set<string>): void {
  for (const { name, operator, nested } of all) {
    if (!operator || !/[-+?]$/.test(operator)) plain.add(name);
    collectPlain(nested, plain);
  }
}
