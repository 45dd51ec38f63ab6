import type { SuppressedId } from './suppression.ts';

/** A comment's text from its `#`, and where that stands in the source. */
export interface CommentText {
  readonly text: string;
  readonly offset: number;
}

/** The words between commas and blanks of `text.slice(start, end)`, with their places in the source. */
export function idsBetween(comment: CommentText, start: number, end: number): SuppressedId[] {
  const ids: SuppressedId[] = [];
  for (const match of comment.text.slice(start, end).matchAll(/[^\s,]+/g)) {
    const at = comment.offset + start + match.index;
    ids.push({ id: match[0], span: { start: at, end: at + match[0].length } });
  }
  return ids;
}

/** A reason without the punctuation that leads to it; absent where nothing is said. */
export function reasonOf(text: string): string | undefined {
  const reason = text.replace(/^[\s#:–—-]+/, '').trim();
  return reason === '' ? undefined : reason;
}
