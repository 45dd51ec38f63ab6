import type { Lookup } from './lex-state.ts';
import { lex } from './shell-lexer.ts';

export interface Expanded {
  /** Absent where it hangs on a variable that nothing is known of, where BuildKit refuses the text, or where it grows beyond bounds. */
  readonly value?: string;
  /** Variables without a value, known or not, in the order of their first use. */
  readonly unresolved: readonly string[];
  /** Why BuildKit refuses the text: an unclosed quote, an operator that it lacks, an unset `${x:?}`. */
  readonly failure?: string;
}

/**
 * Removes quotes and escapes and puts in the values of variables, as BuildKit does with the arguments of most instructions. `lookup`
 * answers undefined for a variable that is not set (it becomes empty) and null for one that may or may not be.
 * Source: Dockerfile reference, "Environment replacement"; `ProcessWord` in moby/buildkit frontend/dockerfile/shell/lex.go.
 */
export function expand(text: string, escapeChar: string, lookup: Lookup): Expanded {
  const { unknown, value, unresolved, failure } = lex(text, { escapeChar, lookup });
  if (failure !== undefined) return { unresolved, failure };
  return unknown ? { unresolved } : { value, unresolved };
}

export interface ExpandedWords {
  /** Absent where `value` of `expand` would be. */
  readonly words?: readonly string[];
  readonly unresolved: readonly string[];
  readonly failure?: string;
}

/** Expands and splits into words, the values of variables too: what BuildKit does with each argument of EXPOSE. */
export function expandWords(text: string, escapeChar: string, lookup: Lookup): ExpandedWords {
  const { unknown, words, unresolved, failure } = lex(text, { escapeChar, lookup });
  if (failure !== undefined) return { unresolved, failure };
  return unknown ? { unresolved } : { words, unresolved };
}
