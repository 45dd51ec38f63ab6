import type { Finding } from './finding.ts';

/** By file, place, id and message. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.place.source.path, b.place.source.path) ||
      a.place.span.start - b.place.span.start ||
      a.place.span.end - b.place.span.end ||
      compare(a.id, b.id) ||
      compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
