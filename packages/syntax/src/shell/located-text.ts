import type { Span } from '../text/span.ts';

/** The source span of a stretch of some text. */
export type Locate = (start: number, end: number) => Span;

/** A text taken out of a source file, continuations or quotes removed, that still knows where each of its characters stood. */
export interface LocatedText {
  readonly text: string;
  readonly locate: Locate;
}

/** Texts one after the other. A stretch over several covers all from the first to the last. */
export function joinLocated(all: readonly LocatedText[]): LocatedText {
  const pieces = all.filter((piece, index) => piece.text !== '' || index === 0);
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  const locate = (start: number, end: number): Span => {
    const first = lastAtOrBelow(starts, start);
    const last = end > start ? lastAtOrBelow(starts, end - 1) : first;
    const from = starts[first]!;
    if (first === last) return pieces[first]!.locate(start - from, end - from);
    const head = pieces[first]!.locate(start - from, pieces[first]!.text.length);
    return spanOver(head, pieces[last]!.locate(0, end - starts[last]!));
  };
  return { text: pieces.map((piece) => piece.text).join(''), locate };
}

function lastAtOrBelow(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A text that stands for one span of the source as a whole. */
export function textFor(text: string, span: Span): LocatedText {
  return { text, locate: () => span };
}

/** A stretch of the source as it stands. */
export function textFrom(source: string, span: Span): LocatedText {
  return {
    text: source.slice(span.start, span.end),
    locate: (start, end) => ({ start: span.start + start, end: span.start + end }),
  };
}

/** The smallest span over both. */
export function spanOver(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}
