import { contentStart, type Place, type Span } from '@dockwarden-internal/syntax';

/** A line that goes on in the next one; the escape may have been chosen by a directive. */
const CONTINUED = /[\\`][ \t]*\r?\n$/;

/**
 * What goes when a place is removed: its whole lines where nothing else stands on them, else the words and one blank. Of an
 * instruction's last words the continuation before them goes as well, lest the next instruction become part of this one.
 */
export function removalSpan({ source, span }: Place): Span {
  const { text } = source;
  // A byte order mark is the file's, not the line's.
  const lineStart = span.start === 0 ? 0 : text.lastIndexOf('\n', span.start - 1) + 1 || contentStart(source);
  const end = text.indexOf('\n', span.end);
  const lineEnd = end < 0 ? text.length : end;
  const alone = text.slice(lineStart, span.start).trim() === '' && text.slice(span.end, lineEnd).trim() === '';
  if (!alone) return text[span.start - 1] === ' ' ? { start: span.start - 1, end: span.end } : span;
  const isEmpty = text.slice(span.start, span.end).trim() === '';
  const continuation = !isEmpty && CONTINUED.exec(text.slice(Math.max(0, lineStart - 100), lineStart));
  if (!continuation) return { start: lineStart, end: end < 0 ? lineEnd : end + 1 };
  const start = lineStart - continuation[0].length;
  return { start: text.slice(0, start).trimEnd().length, end: span.end };
}
