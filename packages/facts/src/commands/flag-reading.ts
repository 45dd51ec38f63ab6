import type { ShellWord, Span } from '@dockwarden-internal/syntax';

/** One option of a command. `-yq` gives two of them, `-o value` and `--opt=value` one each. */
export interface FlagReading {
  /** With its dashes, as written: `-y`, `--no-install-recommends`. */
  readonly name: string;
  /** Without quotes. Where a variable decides it, `unresolved` is set and this is the text as written. */
  readonly value?: string;
  readonly unresolved?: true;
  readonly span: Span;
  /** The value as written, quotes included. */
  readonly valueSpan?: Span;
  /** The word that it is written in, which it may share with other options. */
  readonly word: ShellWord;
}

/** A flag of a whole word; its value, if any, is what follows `=` or the next word. */
export function wordFlag(word: ShellWord, name: string, value?: FlagValue): FlagReading {
  return { name, ...value, span: word.span, word };
}

export type FlagValue = Pick<FlagReading, 'value' | 'unresolved' | 'valueSpan'>;

/** The value that a word of its own holds. */
export function wordValue(word: ShellWord): FlagValue {
  return valueFrom(word, 0);
}

/** The value that begins at this offset of a word without its quotes: behind `--opt=`, or behind the letter of `-ofile`. */
export function valueFrom(word: ShellWord, offset: number): FlagValue {
  return {
    value: word.shown.slice(offset),
    ...(word.value === undefined && isUnresolved(word, offset) ? { unresolved: true as const } : {}),
    valueSpan: spanFrom(word, offset),
  };
}

function isUnresolved(word: ShellWord, offset: number): boolean {
  return word.alternatives === undefined || word.shown.slice(0, offset) !== word.text.slice(0, offset);
}

/** The part of a word from an offset on, or the whole word where quotes or a line break hide its place. */
export function spanFrom(word: ShellWord, offset: number, end = word.text.length): Span {
  const { span, text, shown } = word;
  const plain = span.end - span.start === text.length && text.slice(0, offset) === shown.slice(0, offset);
  return plain ? { start: span.start + offset, end: span.start + end } : span;
}
