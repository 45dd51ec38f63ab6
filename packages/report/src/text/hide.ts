import { overlaps, type Span } from '@dockwarden-internal/syntax';
import type { FormFinder } from './form-finder.ts';

/** What stands for a value that looks like a secret. */
export const mask = '•••';

/**
 * The text with all that the finder finds replaced by the mask; finds that overlap share one. With `within` only what touches one of these
 * stretches is looked at.
 */
export function hideForms(text: string, find: FormFinder, within?: readonly Span[]): string {
  let shown = '';
  let from = 0;
  let end = -1;
  for (let at = 0; at < text.length; at++) {
    const [longest] = find(text, at);
    if (!longest || (within && !touches(within, at, longest.text.length))) continue;
    if (at >= end) shown += text.slice(from, at) + mask;
    end = Math.max(end, at + longest.text.length);
    from = end;
  }
  return shown + text.slice(from);
}

function touches(spans: readonly Span[], start: number, length: number): boolean {
  return spans.some((span) => overlaps(span, { start, end: start + length }));
}
