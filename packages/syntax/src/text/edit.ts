import type { Span } from './span.ts';

/** Replaces a stretch of a file by text; an empty stretch inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits that do not overlap. Equal edits at one place count once; inserts at one offset keep their order.
 * Overlapping edits are a bug of the caller and throw.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let out = '';
  let at = 0;
  let previous: TextEdit | undefined;
  for (const edit of sorted) {
    if (previous && sameEdit(previous, edit)) continue;
    if (edit.span.start < at) throw new Error(`edits overlap at ${edit.span.start}`);
    out += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
    previous = edit;
  }
  return out + text.slice(at);
}

export function sameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}
