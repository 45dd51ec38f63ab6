import type { Place } from '@dockwarden-internal/syntax';
import { MAX_FAULTS } from './bounds.ts';

/** What `docker compose` would refuse in a model, or could not be looked at. */
export interface ComposeFault {
  /** `compose/…`: stable name of the kind of fault. */
  readonly code: string;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
  readonly place: Place;
}

export interface ComposeFaults {
  readonly all: readonly ComposeFault[];
  add(code: string, message: string, place: Place): void;
}

/** Collects faults up to the bound; one of a kind at one place. */
export function composeFaults(): ComposeFaults {
  const all: ComposeFault[] = [];
  const seen = new Set<string>();
  return {
    all,
    add(code, message, place) {
      const key = `${code} ${place.source.path} ${place.span.start}`;
      if (all.length >= MAX_FAULTS || seen.has(key)) return;
      seen.add(key);
      all.push({ code: `compose/${code}`, message, place });
    },
  };
}
