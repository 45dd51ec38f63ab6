import type { Expansion } from './expansions.ts';

/** The value of a variable: undefined where it is not set, null where that cannot be told. */
export type Lookup = (name: string) => string | undefined | null;

export interface LexOptions {
  readonly escapeChar: string;
  readonly lookup: Lookup;
  /** Keeps quotes in the outcome. */
  readonly rawQuotes?: boolean;
  /** Keeps escape characters in the outcome. */
  readonly rawEscapes?: boolean;
  /** Keeps `$name` where the variable is not set. */
  readonly keepUnset?: boolean;
}

/** What the functions that read one text between them know of it. */
export interface LexState {
  readonly text: string;
  readonly options: LexOptions;
  at: number;
  rawEscapes: boolean;
  /** True where what was read so far hangs on a variable of which nothing is known. */
  unknown: boolean;
  /** Why BuildKit refuses the text. */
  failure?: string;
  readonly unresolved: Set<string>;
  /** Where the next expansion found is to be put. */
  expansions: Expansion[];
  depth: number;
  /** How many characters variables have brought in. */
  grown: number;
}

/** Notes why the text is refused; only the first reason counts. */
export function fail(state: LexState, reason: string): string {
  state.failure ??= reason;
  return '';
}
