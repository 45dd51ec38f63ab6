import type { SourceText, Span } from '@dockwarden-internal/syntax';
import { fitLine } from './fit-line.ts';
import { clampSpan, lineSpan } from './lines.ts';
import type { Mark, Paint } from './mark.ts';
import type { MarkedLine } from './segments.ts';
import { markedLines } from './segments.ts';
import { labelRow, underlineRows } from './underline.ts';

export interface FrameOptions {
  /** Columns for the whole frame. */
  readonly width: number;
  /** Columns before the bar that parts line numbers from text. */
  readonly gutter: number;
  /** Stretches that print as `•••`. */
  readonly masked: readonly Span[];
  readonly dim: Paint;
}

const narrowest = 20;

/**
 * The lines of a file that the marks stand on, with their numbers, the exact words underlined. Marks may lie anywhere, also
 * outside of the text. Lines left out between two show as `⋮`; a single one is shown.
 */
export function codeFrame(source: SourceText, marks: readonly Mark[], options: FrameOptions): string[] {
  const within = marks.map((mark) => ({ ...mark, span: clampSpan(source, mark.span) }));
  const rows: string[] = [];
  let previous: MarkedLine | undefined;
  for (const line of markedLines(source, within)) {
    if (previous) rows.push(...rowsBetween(source, previous, line, options));
    rows.push(...rowsOf(source, line, options));
    previous = line;
  }
  return rows;
}

function rowsBetween(source: SourceText, above: MarkedLine, below: MarkedLine, options: FrameOptions): string[] {
  const skipped = below.number - above.number - 1;
  const bar = above.bar === below.bar ? above.bar : undefined;
  if (skipped === 0) return [];
  if (skipped > 1) return [row('⋮', bar, '', options)];
  const line = { number: above.number + 1, text: lineSpan(source, above.number + 1), segments: [], closing: [], bar };
  return rowsOf(source, line, options);
}

function rowsOf(source: SourceText, line: MarkedLine, options: FrameOptions): string[] {
  const width = Math.max(narrowest, options.width - options.gutter - 2);
  const { number, text, segments, bar, closing } = line;
  const focus = segments.length > 0 ? hull(segments.map(({ span }) => span)) : undefined;
  const fitted = fitLine({ text: source.text, line: text, focus, masked: options.masked, width });
  const placed = segments.map((segment) => ({ ...segment, columns: fitted.columns(segment.span) }));
  const below = [...underlineRows(placed, width), ...closing.map((mark) => labelRow(mark, 0, width))];
  return [row(String(number), bar, fitted.shown, options), ...below.map((words) => row('', undefined, words, options))];
}

function row(margin: string, bar: Mark | undefined, words: string, { gutter, dim }: FrameOptions): string {
  const head = `${dim(margin.padStart(gutter - 1))} ${bar ? bar.paint('┃') : dim('│')}`;
  return words.trimEnd() === '' ? head : `${head} ${words.trimEnd()}`;
}

function hull(spans: readonly Span[]): Span {
  return spans.reduce((a, b) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }));
}
