import type { Span } from '../text/span.ts';
import { skipSpace } from './blank.ts';
import { commentAt } from './comments.ts';
import type { LineCursor } from './lines.ts';
import { nextLine } from './lines.ts';
import { contiguousText, piecedText } from './logical-text.ts';
import type { CommentNode, LogicalText } from './tree.ts';

const HASH = 35;
const SPACE = 32;
const TAB = 9;
const NONE: readonly Span[] = [];

export interface LogicalLine {
  readonly logical: LogicalText;
  readonly emptyContinuations: readonly Span[];
}

/**
 * Joins the cursor's line (from `start` on) with the lines that continue it. Comments among them go to `comments`.
 * Source: Parse in moby/buildkit frontend/dockerfile/parser/parser.go.
 */
export function readLogicalLine(
  cursor: LineCursor,
  start: number,
  escapeCode: number,
  comments: CommentNode[],
): LogicalLine {
  const source = cursor.text;
  let end = continuationAt(source, start, cursor.end, escapeCode);
  if (end < 0) return { logical: contiguousText(source.slice(start, cursor.end), start), emptyContinuations: NONE };
  let text = source.slice(start, end);
  const logicalStarts = [0];
  const sourceStarts = [start];
  let empty: Span[] | undefined;
  while (end >= 0 && nextLine(cursor)) {
    const first = skipSpace(source, cursor.start, cursor.end);
    if (first >= cursor.end) {
      empty ??= [];
      empty.push({ start: cursor.start, end: cursor.end });
    } else if (source.charCodeAt(first) === HASH) {
      comments.push(commentAt(cursor, first, true));
    } else {
      end = continuationAt(source, cursor.start, cursor.end, escapeCode);
      logicalStarts.push(text.length);
      sourceStarts.push(cursor.start);
      text += source.slice(cursor.start, end < 0 ? cursor.end : end);
    }
  }
  return { logical: piecedText(text, logicalStarts, sourceStarts), emptyContinuations: empty ?? NONE };
}

/** Where the escape character stands that continues a line, or -1. One that follows another escape character does not continue it. */
function continuationAt(source: string, start: number, end: number, escapeCode: number): number {
  let at = end - 1;
  while (at >= start && isTrailing(source.charCodeAt(at))) at--;
  if (at < start || source.charCodeAt(at) !== escapeCode) return -1;
  return at > start && source.charCodeAt(at - 1) === escapeCode ? -1 : at;
}

function isTrailing(code: number): boolean {
  return code === SPACE || code === TAB;
}
