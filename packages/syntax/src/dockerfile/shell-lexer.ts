import type { Expansion } from './expansions.ts';
import { fail, type LexOptions, type LexState } from './lex-state.ts';
import { readDollar } from './substitution.ts';
import { type WordSplitter, wordSplitter } from './word-splitter.ts';

export interface Lexed {
  /** The text expanded, quotes and escapes removed. */
  readonly value: string;
  /** The same split at white space that neither quotes nor escapes protect; the values of variables are split too. */
  readonly words: readonly string[];
  /** True where the outcome hangs on a variable of which nothing is known. */
  readonly unknown: boolean;
  /** Variables without a value, in the order of their first use. */
  readonly unresolved: readonly string[];
  readonly expansions: readonly Expansion[];
  /** Why BuildKit refuses the text; value and words are then empty. */
  readonly failure?: string;
}

/** Expands a text or splits it into words. Port of `Lex` in moby/buildkit frontend/dockerfile/shell/lex.go. */
export function lex(text: string, options: LexOptions): Lexed {
  const found: Expansion[] = [];
  const state: LexState = {
    text,
    options,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    rawEscapes: options.rawEscapes ?? false,
    unknown: false,
    unresolved: new Set(),
    expansions: found,
    depth: 0,
    grown: 0,
  };
  const splitter = wordSplitter();
  const value = readUntil(state, '', false, splitter);
  const { unknown, failure } = state;
  const unresolved = [...state.unresolved];
  if (failure !== undefined) return { value: '', words: [], unknown, unresolved, expansions: found, failure };
  return { value, words: splitter.finish(), unknown, unresolved, expansions: found };
}

/**
 * Reads up to the character `stop`, which is passed over, or to the end if `stop` is empty. In a pattern, escapes within quotes are
 * doubled, since the pattern is read once more. Words are told apart only at the outermost level.
 */
export function readUntil(state: LexState, stop: string, inPattern: boolean, words?: WordSplitter): string {
  const { text } = state;
  let value = '';
  while (state.at < text.length && state.failure === undefined) {
    const char = text[state.at]!;
    if (char === stop) {
      state.at++;
      return value;
    }
    if (char === '$') {
      const piece = readDollar(state, words);
      value += piece;
      words?.add(piece);
    } else if (char === '<' || isQuote(char)) {
      const piece =
        char === '<'
          ? readAngle(state)
          : char === '"'
            ? readDouble(state, inPattern, words)
            : readSingle(state, inPattern);
      value += piece;
      words?.addProtected(piece);
    } else if (char === state.options.escapeChar) {
      const piece = readEscape(state);
      value += piece;
      if (piece !== '') words?.addProtected(piece);
    } else {
      value += char;
      words?.add(char);
      state.at++;
    }
  }
  return stop === '' ? value : fail(state, `${stop} is missing at the end`);
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'";
}

/** `\x` is x; an escape at the very end is nothing. */
function readEscape(state: LexState): string {
  const escaped = state.text[state.at + 1] ?? '';
  const escapeChar = state.rawEscapes ? state.options.escapeChar : '';
  state.at += 2;
  return escapeChar + escaped;
}

/** `<<` takes the blanks after it along, so that a heredoc's name stays with it. */
function readAngle(state: LexState): string {
  const start = state.at++;
  if (state.text[state.at] !== '<') return '<';
  do state.at++;
  while (' \t\r'.includes(state.text[state.at] ?? '.'));
  return state.text.slice(start, state.at);
}

function readSingle(state: LexState, inPattern: boolean): string {
  const { text, options, at } = state;
  const end = text.indexOf("'", at + 1);
  if (end < 0) return fail(state, 'a single quote is never closed');
  state.at = end + 1;
  const body = text.slice(at + 1, end);
  const kept = inPattern ? body.replaceAll(options.escapeChar, options.escapeChar.repeat(2)) : body;
  return options.rawQuotes ? `'${kept}'` : kept;
}

function readDouble(state: LexState, inPattern: boolean, words?: WordSplitter): string {
  const { text, options } = state;
  const quote = options.rawQuotes ? '"' : '';
  let body = '';
  state.at++;
  while (state.at < text.length && state.failure === undefined) {
    const char = text[state.at]!;
    if (char === '$') body += readDollar(state, words);
    else {
      state.at++;
      if (char === '"') return quote + body + quote;
      body += char === options.escapeChar ? readQuotedEscape(state, inPattern) : char;
    }
  }
  return fail(state, 'a double quote is never closed');
}

/** Within double quotes only `"`, `$` and the escape character itself can be escaped; before others it is a character like any. */
function readQuotedEscape(state: LexState, inPattern: boolean): string {
  const { escapeChar, rawQuotes } = state.options;
  const escaped = state.text[state.at] ?? '';
  if (escaped === '"' || escaped === '$' || escaped === escapeChar) {
    state.at++;
    return state.rawEscapes ? escapeChar + escaped : escaped;
  }
  return state.rawEscapes && (!rawQuotes || inPattern) ? escapeChar + escapeChar : escapeChar;
}
