import type { SourceText, Span } from '@dockwarden-internal/syntax';
import { lineSpan, linesOf } from './lines.ts';
import type { Mark } from './mark.ts';

/** What a line of the frame bears. */
export interface MarkedLine {
  readonly number: number;
  readonly text: Span;
  /** Stretches to underline, in the order of the text. */
  readonly segments: readonly Segment[];
  /** The mark of several lines that runs past this one. */
  readonly bar?: Mark;
  /** Marks of several lines that end here and have a label. */
  readonly closing: readonly Mark[];
}

export interface Segment {
  readonly span: Span;
  readonly mark: Mark;
  /** Place of the mark among all: where strokes meet, the first is seen. */
  readonly rank: number;
  readonly label?: string;
}

interface Draft {
  readonly segments: Segment[];
  readonly closing: Mark[];
  bar?: Mark;
}

// Of a mark of more lines than these, the first two and the last are shown.
const wholeLines = 4;

/** The lines that the marks call for, sorted. */
export function markedLines(source: SourceText, marks: readonly Mark[]): MarkedLine[] {
  const drafts = new Map<number, Draft>();
  marks.forEach((mark, rank) => {
    const { first, last } = linesOf(source, mark.span);
    for (const number of shownLines(first, last)) {
      const draft = drafts.get(number) ?? { segments: [], closing: [] };
      drafts.set(number, draft);
      if (first === last) draft.segments.push({ span: mark.span, mark, rank, label: mark.label });
      else {
        draft.bar ??= mark;
        const part = partOf(source, lineSpan(source, number), mark.span);
        if (part) draft.segments.push({ span: part, mark, rank });
        if (number === last && mark.label) draft.closing.push(mark);
      }
    }
  });
  const inOrder = [...drafts].sort(([a], [b]) => a - b);
  return inOrder.map(([number, { segments, closing, bar }]) => {
    segments.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.rank - b.rank);
    return { number, text: lineSpan(source, number), segments, bar, closing };
  });
}

function shownLines(first: number, last: number): number[] {
  if (last - first < wholeLines) return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [first, first + 1, last];
}

/** The part of a line that a mark of several lines covers, or undefined where that is all the line says: the bar is enough then. */
function partOf(source: SourceText, line: Span, span: Span): Span | undefined {
  const words = source.text.slice(line.start, line.end);
  const start = line.start + words.length - words.trimStart().length;
  const end = line.start + words.trimEnd().length;
  const part = { start: Math.max(span.start, start), end: Math.min(span.end, end) };
  const partial = part.start > start || part.end < end;
  return partial && part.start < part.end ? part : undefined;
}
