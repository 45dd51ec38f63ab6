import { lineBreakAfter, type SourceText, type Span, textAt } from '@dockwarden-internal/syntax';
import { isPlaceholder, secretShapesIn } from '../variable/secret-value.ts';
import { lineSecrets } from './line-secrets.ts';
import { AROUND } from './text-credentials.ts';

/**
 * Where a long text, such as the body of a heredoc, holds credentials: each to the end of its word, a private key with all of its lines. The
 * text is looked through in pieces of whole lines, so that the time grows with its length alone.
 */
export function bodyCredentials(text: string): Span[] {
  const found = piecesOf(text)
    .flatMap(({ start, end }) => {
      const piece = text.slice(start, end);
      const spans = [...secretShapesIn(piece), ...betweenWords(piece), ...lineSecrets(piece)];
      return spans.map((span) => ({ start: start + span.start, end: start + span.end }));
    })
    .sort((one, other) => one.start - other.start);
  const spans: Span[] = [];
  for (const { start, end } of found)
    if (start >= (spans.at(-1)?.end ?? 0)) spans.push({ start, end: endOfSecret(text, start, end) });
  return spans;
}

/** The same of a stretch of a file, as places in the file. */
export function credentialsAt(span: Span, source: SourceText): Span[] {
  const from = span.start;
  return bodyCredentials(textAt({ source, span })).map(({ start, end }) => ({ start: from + start, end: from + end }));
}

/** Characters of a piece: as many as are looked at of one word. */
const PIECE = 10_000;

function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const most = start + PIECE;
    const newline = most < text.length ? text.lastIndexOf('\n', most - 1) : -1;
    const end = Math.min(newline >= start ? newline + 1 : most, text.length);
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function betweenWords(piece: string): Span[] {
  return EVERYWHERE.flatMap((words) =>
    Array.from(piece.matchAll(words)).flatMap(({ index, 0: all, 1: secret = '' }) => {
      const end = index + all.length;
      return isPlaceholder(secret) ? [] : [{ start: end - secret.length, end }];
    }),
  );
}

const EVERYWHERE = AROUND.map((words) => new RegExp(words, `${words.flags}g`));

function endOfSecret(text: string, start: number, end: number): number {
  if (text.startsWith('-----BEGIN', start)) {
    const last = text.indexOf('-----END', end);
    return last < 0 ? text.length : lineBreakAfter(text, last);
  }
  WORD.lastIndex = end;
  return end + WORD.exec(text)![0].length;
}

/** What belongs to a word still. */
const WORD = /[^\s"'`]*/y;
