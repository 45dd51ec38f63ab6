import type { SourceText, Span } from '@dockwarden-internal/syntax';
import { positionAt } from '@dockwarden-internal/syntax';

/** The lines (1-based, both included) that a stretch stands on. One that ends with a line break ends on the line of that break. */
export function linesOf(source: SourceText, span: Span): { first: number; last: number } {
  const first = positionAt(source, span.start).line;
  const end = positionAt(source, span.end);
  return { first, last: end.column === 1 ? Math.max(first, end.line - 1) : end.line };
}

/** Where a line's text lies, without its line break. */
export function lineSpan(source: SourceText, line: number): Span {
  const start = source.lineStarts[line - 1] ?? source.text.length;
  const next = source.lineStarts[line];
  let end = next === undefined ? source.text.length : next - 1;
  while (end > start && source.text[end - 1] === '\r') end--;
  return { start, end };
}

/** A stretch within the text, with its end behind its start: what untrusted or stale offsets are brought to. */
export function clampSpan(source: SourceText, { start, end }: Span): Span {
  const from = Math.min(Math.max(0, start || 0), source.text.length);
  return { start: from, end: Math.min(Math.max(from, end || 0), source.text.length) };
}
