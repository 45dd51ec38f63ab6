import { overlaps, sameEdit, type TextEdit } from '@dockwarden-internal/syntax';
import type { Finding, Fix } from './finding.ts';

/** Edits by path of the file that they change. */
export type EditsByFile = ReadonlyMap<string, readonly TextEdit[]>;

/** Fixes that may be applied, in order of their findings. */
export function offeredFixes(
  findings: readonly Finding[],
  unsafe: boolean,
): { readonly finding: Finding; readonly fix: Fix }[] {
  return findings.flatMap((finding) =>
    finding.fix && !finding.suppressed && (unsafe || finding.fix.safety === 'safe')
      ? [{ finding, fix: finding.fix }]
      : [],
  );
}

/** Takes fixes whole, first come first served, as long as no edit overlaps one that is taken. Equal edits are one. */
export function withoutOverlap(fixes: readonly Fix[]): EditsByFile {
  const taken = new Map<string, TextEdit[]>();
  for (const fix of fixes) {
    if (
      !fix.edits.every(({ source, edit }) => (taken.get(source.path) ?? []).every((other) => compatible(edit, other)))
    )
      continue;
    for (const { source, edit } of fix.edits) {
      const list = taken.get(source.path) ?? [];
      if (!list.some((other) => sameEdit(other, edit))) list.push(edit);
      taken.set(source.path, list);
    }
  }
  return taken;
}

/** Two inserts at one place, and an insert at the edge of a replaced stretch, could be meant in either order. */
function compatible(a: TextEdit, b: TextEdit): boolean {
  if (sameEdit(a, b)) return true;
  const touch =
    a.span.start === b.span.start ||
    a.span.end === b.span.end ||
    a.span.start === b.span.end ||
    a.span.end === b.span.start;
  return !overlaps(a.span, b.span) && !touch;
}
