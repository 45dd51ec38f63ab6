import type { Place, Span } from '@dockwarden-internal/syntax';

/** What goes when a place is removed: its whole lines where nothing else stands on them, else the words and one blank. */
export function removalSpan({ source: { text }, span }: Place): Span {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.end);
  const lineEnd = end < 0 ? text.length : end;
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (alone) return { start: lineStart, end: end < 0 ? lineEnd : end + 1 };
  return text[span.start - 1] === ' ' ? { start: span.start - 1, end: span.end } : span;
}
