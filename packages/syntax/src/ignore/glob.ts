/** A cleaned pattern, compiled. `exact`, `prefix` and `suffix` compare with `text`; `expression` runs `program`. */
export type Glob =
  | { readonly kind: 'exact' | 'prefix' | 'suffix'; readonly text: string }
  | {
      readonly kind: 'expression';
      readonly expression: Expression;
      readonly program: Program;
      /** What every match begins and ends with. */
      readonly literalStart: string;
      readonly literalEnd: string;
    };

/** A regular expression of the small language that patterns become: alternatives of repeated atoms. */
export type Expression = readonly (readonly Part[])[];

export interface Part {
  readonly atom: Atom;
  readonly min: number;
  /** Infinity for `*`. */
  readonly max: number;
}

export type Atom =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'group'; readonly parts: readonly Part[] };

/** Instructions of a machine that reads one code point at a time and holds all possible places at once: time is linear in the text. */
export type Program = readonly Instruction[];

export type Instruction =
  | { readonly op: 'character'; readonly test: CharacterTest; readonly next: number }
  | { readonly op: 'fork'; readonly next: number; readonly other: number }
  | { readonly op: 'assert'; readonly assertion: Assertion; readonly next: number }
  | { readonly op: 'match' };

export type Assertion = 'begin' | 'end' | 'word-boundary' | 'no-word-boundary';

/** Which code points pass: those in the ranges (first and last of each, in turn) or of a property; where `negated`, all others. */
export interface CharacterTest {
  readonly ranges: readonly number[];
  readonly properties?: readonly UnicodeProperty[];
  readonly negated: boolean;
}

export interface UnicodeProperty {
  /** Tests one character. */
  readonly test: RegExp;
  readonly negated: boolean;
}
