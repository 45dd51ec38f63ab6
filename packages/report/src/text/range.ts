import type { Place, Position } from '@dockwarden-internal/syntax';
import { positionAt } from '@dockwarden-internal/syntax';

/** Lines and columns of a place, end exclusive, as editors count them. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const byteOrderMark = '\uFEFF';

/** The range of a place. A byte order mark takes no column: editors hide it, and SARIF 2.1.0 §3.30 does not count it. */
export function rangeOf({ source, span }: Place): Range {
  const start = Math.min(Math.max(0, span.start), source.text.length);
  const end = Math.min(Math.max(start, span.end), source.text.length);
  const marked = source.text.startsWith(byteOrderMark);
  const position = (offset: number): Position => {
    const { line, column } = positionAt(source, offset);
    return { line, column: marked && line === 1 ? Math.max(1, column - 1) : column };
  };
  return { start: position(start), end: position(end) };
}
