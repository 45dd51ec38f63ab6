import type { FileEdit, Finding } from '@dockwarden-internal/engine';
import { editsDiff } from '../diff/edits-diff.ts';
import type { Masks } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf } from '../render-context.ts';

/** Files beyond this many characters are made by machines, and no diff of theirs is read in a comment. */
const longestFile = 200_000;

/** What the safe fixes of some findings would change, together, as a diff; empty where there are none. Of two that overlap the first is shown. */
export function safeFixes(findings: readonly Finding[], masks: Masks, pathOf: PathOf): string {
  const taken: FileEdit[] = [];
  for (const finding of findings) {
    const fix = printableFix(finding, masks);
    if (fix?.safety !== 'safe' || fix.edits.some(({ source }) => source.text.length > longestFile)) continue;
    if (!fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) taken.push(...fix.edits);
  }
  return editsDiff(taken, masks, pathOf);
}

function touch(one: FileEdit, other: FileEdit): boolean {
  const [a, b] = [one.edit.span, other.edit.span];
  return one.source.path === other.source.path && a.start <= b.end && b.start <= a.end;
}
