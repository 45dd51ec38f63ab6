import type { Span } from '../text/span.ts';
import type { LogicalText } from './tree.ts';

/** Logical text that stands in the source in one piece. */
export function contiguousText(text: string, start: number): LogicalText {
  return {
    text,
    offset: (logical) => start + logical,
    span: (from, to) => ({ start: start + from, end: start + to }),
  };
}

/**
 * Logical text pieced together from several source lines: piece `i` begins at logical offset `logicalStarts[i]` and
 * at source offset `sourceStarts[i]`. Both arrays ascend.
 */
export function piecedText(
  text: string,
  logicalStarts: readonly number[],
  sourceStarts: readonly number[],
): LogicalText {
  /** The last of several pieces that begin at one logical offset is the one with something in it. */
  const offset = (logical: number): number => {
    let low = 0;
    let high = logicalStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (logicalStarts[middle]! <= logical) low = middle;
      else high = middle - 1;
    }
    return sourceStarts[low]! + logical - logicalStarts[low]!;
  };
  /** An end, and with it an empty stretch, belongs to the character before it: it does not reach into the next line. */
  const span = (from: number, to: number): Span => {
    const end = to > 0 ? offset(to - 1) + 1 : offset(0);
    return { start: to > from ? offset(from) : end, end };
  };
  return { text, offset, span };
}
