import type { Span } from '@dockwarden-internal/syntax';
import { mask } from '../text/hide.ts';

/** A text with stretches (sorted, none overlapping) as `•••`; line breaks and indents stay, so that lines keep their places. */
export function hideSpans(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of spans) {
    out += text.slice(at, start) + text.slice(start, end).replace(/\S[^\r\n]*/g, mask);
    at = end;
  }
  return out + text.slice(at);
}
