import { lex } from './shell-lexer.ts';

/** One `$name` or `${name…}` in a text; offsets are into that text. */
export interface Expansion {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `-` `:-` `+` `:+` `?` `:?` `#` `##` `%` `%%` `/` `//`; absent for the plain forms. */
  readonly operator?: string;
  /** What stands after the operator, as written: a default, a message or a pattern. */
  readonly word?: string;
  readonly wordStart?: number;
  /** What stands after the second `/` of a replacement, as written. */
  readonly replacement?: string;
  /** The expansions within the word and the replacement. */
  readonly nested: readonly Expansion[];
}

/**
 * The variables that BuildKit would expand in a text: none in single quotes, none that is escaped. Where the text is broken (an
 * unclosed quote or brace) it gives what comes before.
 * Source: Dockerfile reference, "Environment replacement".
 */
export function expansions(text: string, escapeChar: string): readonly Expansion[] {
  if (!text.includes('$')) return [];
  return lex(text, { escapeChar, lookup: () => undefined, keepUnset: true }).expansions;
}
