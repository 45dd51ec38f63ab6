import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { Finding } from './finding.ts';

/** By file, place, id and message. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      byCodeUnits(a.place.source.path, b.place.source.path) ||
      a.place.span.start - b.place.span.start ||
      a.place.span.end - b.place.span.end ||
      byCodeUnits(a.id, b.id) ||
      byCodeUnits(a.message, b.message),
  );
}
