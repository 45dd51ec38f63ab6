import { isSpace } from './blank.ts';

const DOUBLE = 34;
const SINGLE = 39;

/** Logical offsets of a word, end exclusive. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Splits `[from, to)` at white space outside quotes, as ENV, LABEL and ARG are split. An escape character at the very end is dropped.
 * Port of parseWords in moby/buildkit frontend/dockerfile/parser/line_parsers.go.
 */
export function quotedWords(text: string, from: number, to: number, escapeCode: number): WordRange[] {
  const words: WordRange[] = [];
  let start = -1;
  let quote = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (start < 0) {
      if (isSpace(code)) continue;
      start = at;
    }
    if (!quote && isSpace(code)) {
      words.push({ start, end: at });
      start = -1;
    } else if (code === escapeCode && quote !== SINGLE) {
      if (at + 1 === to) {
        if (at > start) words.push({ start, end: at });
        return words;
      }
      at++;
    } else if (quote ? code === quote : code === DOUBLE || code === SINGLE) {
      quote = quote ? 0 : code;
    }
  }
  if (start >= 0) words.push({ start, end: to });
  return words;
}

/** The first `=` of a word, or -1. */
export function equalsWithin(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text[at] === '=') return at;
  return -1;
}
