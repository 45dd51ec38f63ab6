import type { Place } from '../text/source.ts';

/**
 * What of HCL needs no evaluation: literals, lists, maps, texts with the names of variables in them. Everything else is `unread`.
 * Source: HCL native syntax specification; Bake file reference.
 */
export type HclValue =
  | { readonly kind: 'plain'; readonly value: number | boolean | null; readonly place: Place }
  | { readonly kind: 'text'; readonly parts: readonly (string | HclValue)[]; readonly place: Place }
  | { readonly kind: 'list'; readonly items: readonly HclValue[]; readonly place: Place }
  | { readonly kind: 'map'; readonly entries: readonly HclEntry[]; readonly place: Place }
  | { readonly kind: 'name'; readonly name: string; readonly place: Place }
  | { readonly kind: 'unread'; readonly place: Place };

export interface HclEntry {
  readonly key: string;
  readonly value: HclValue;
}

/** `target "api" { … }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: HclBody;
  readonly place: Place;
}

export interface HclBody {
  readonly attributes: readonly HclEntry[];
  readonly blocks: readonly HclBlock[];
}

/** Where a file is no HCL. */
export interface HclFault {
  readonly message: string;
  readonly place: Place;
}
