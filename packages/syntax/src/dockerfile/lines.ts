import type { Span } from '../text/span.ts';

/** BuildKit reads lines with Go's `bufio.Scanner`, whose buffer ends at this many bytes. */
export const LINE_BYTES = 64 * 1024;

/** A place in a text that moves on line by line. */
export interface LineCursor {
  readonly text: string;
  /** The current line without its line ending; all carriage returns at its end belong to the ending. */
  start: number;
  end: number;
  /** Where the next line starts. */
  next: number;
  /** Number of the current line, from 1; 0 before the first. */
  line: number;
  /** Lines that BuildKit refuses to read for their length. */
  readonly tooLong: Span[];
}

/** Stands before the first line; a byte order mark is passed over. */
export function openLines(text: string): LineCursor {
  return { text, start: 0, end: 0, next: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 0, tooLong: [] };
}

/** Moves to the next line; false at the end of the text. */
export function nextLine(cursor: LineCursor): boolean {
  const { text, next: start } = cursor;
  if (start >= text.length) return false;
  const newline = text.indexOf('\n', start);
  let end = newline < 0 ? text.length : newline;
  cursor.next = newline < 0 ? end : newline + 1;
  if ((end - start) * 3 >= LINE_BYTES) noteLength(cursor, start, end);
  while (end > start && text.charCodeAt(end - 1) === 13) end--;
  cursor.start = start;
  cursor.end = end;
  cursor.line++;
  return true;
}

function noteLength(cursor: LineCursor, start: number, end: number): void {
  const last = cursor.tooLong.at(-1);
  // A cursor may go back and read a line again.
  if (last && last.start >= start) return;
  if (utf8Length(cursor.text, start, end) >= LINE_BYTES) cursor.tooLong.push({ start, end });
}

function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair counts for two of its four bytes.
    bytes += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
  }
  return bytes;
}
