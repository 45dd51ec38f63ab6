import { type Place, textAt } from '@dockwarden-internal/syntax';

/** The source text at the places of facts. */
export function textsAt(facts: readonly { readonly place: Place }[]): string[] {
  return facts.map(({ place }) => textAt(place));
}
