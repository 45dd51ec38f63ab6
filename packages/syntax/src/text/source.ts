import type { Span } from './span.ts';

/** A line and column as editors count them: both from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One file's text with its path (as it is to be shown, `/` between segments) and a line index built on first use. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** Offsets at which lines begin; the first is 0. A lone carriage return ends no line, as in BuildKit. */
  readonly lineStarts: readonly number[];
}

/** A place in a file: what every located value and every finding points at. */
export interface Place {
  readonly source: SourceText;
  readonly span: Span;
}

export function sourceText(path: string, text: string): SourceText {
  let starts: number[] | undefined;
  return {
    path,
    text,
    get lineStarts() {
      starts ??= findLineStarts(text);
      return starts;
    },
  };
}

/** Where a file's text begins: behind its byte order mark. */
export function contentStart({ text }: SourceText): 0 | 1 {
  return text.startsWith('\uFEFF') ? 1 : 0;
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The position of an offset; one past the end is the position behind the last character. */
export function positionAt(source: SourceText, offset: number): Position {
  const starts = source.lineStarts;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The text of a line (1-based) without its line ending. */
export function lineText(source: SourceText, line: number): string {
  const start = source.lineStarts[line - 1];
  if (start === undefined) return '';
  const end = source.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/(?<!\r)\r*\n?$/, '');
}

export function textAt(place: Place): string {
  return place.source.text.slice(place.span.start, place.span.end);
}
