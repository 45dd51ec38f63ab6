import { lineBreakAfter } from '../text/line-break.ts';
import type { Place, SourceText } from '../text/source.ts';

/** A way through a text: what is next, and how to get past it. */
export interface Cursor {
  readonly source: SourceText;
  at: number;
}

export function placeFrom({ source, at }: Cursor, start: number): Place {
  return { source, span: { start, end: at } };
}

/** Past blanks and comments; past line ends too where they mean nothing. */
export function skipBlanks(cursor: Cursor, lines: boolean): void {
  const { text } = cursor.source;
  for (;;) {
    const character = text[cursor.at];
    if (character === ' ' || character === '\t' || character === '\r' || character === '\uFEFF') cursor.at++;
    else if (character === '\n' && lines) cursor.at++;
    else if (character === '#' || text.startsWith('//', cursor.at)) cursor.at = lineBreakAfter(text, cursor.at);
    else if (text.startsWith('/*', cursor.at)) {
      const end = text.indexOf('*/', cursor.at + 2);
      cursor.at = end < 0 ? text.length : end + 2;
    } else return;
  }
}

/** Takes what a sticky expression matches here; undefined, and nothing taken, where it does not. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.source.text)?.[0];
  if (found !== undefined) cursor.at += found.length;
  return found;
}

export const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_-]*/uy;
