import type { Span } from '@dockwarden-internal/syntax';

/** A text, and the stretches of it that are not its author's own words: they may hold a secret of a file. */
export interface Told {
  readonly text: string;
  readonly values: readonly Span[];
}

/** Pieces in a row, of which `own` are the author's words. */
export function toldOf(pieces: readonly { readonly text: string; readonly own: boolean }[]): Told {
  const values: Span[] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    if (!piece.own && piece.text !== '') values.push({ start, end: text.length });
  }
  return { text, values };
}
