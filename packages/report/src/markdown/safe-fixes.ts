import type { FileEdit, Finding } from '@dockwarden-internal/engine';
import { applyEdits, type TextEdit } from '@dockwarden-internal/syntax';
import { unifiedDiff } from '../diff/unified-diff.ts';
import type { Masks } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf } from '../render-context.ts';
import { visibleLines } from '../text/visible.ts';

/** Files beyond this many characters are made by machines, and no diff of theirs is read in a comment. */
const longestFile = 200_000;

/** What the safe fixes of some findings would change, together, as a diff; empty where there are none. Of two that overlap the first is shown. */
export function safeFixes(findings: readonly Finding[], masks: Masks, pathOf: PathOf): string {
  const files = new Map<string, { readonly text: string; readonly edits: TextEdit[] }>();
  for (const finding of findings) {
    const fix = printableFix(finding, masks);
    if (fix?.safety !== 'safe' || fix.edits.some(({ source }) => source.text.length > longestFile)) continue;
    const touches = ({ source, edit: { span } }: FileEdit) =>
      files.get(source.path)?.edits.some((edit) => edit.span.start <= span.end && span.start <= edit.span.end);
    if (fix.edits.some(touches)) continue;
    for (const { source, edit } of fix.edits) {
      const file = files.get(source.path) ?? { text: source.text, edits: [] };
      files.set(source.path, file);
      file.edits.push(edit);
    }
  }
  const changed = [...files].map(([path, { text, edits }]) => ({
    path: pathOf(path),
    before: text,
    after: applyEdits(text, edits),
  }));
  return visibleLines(unifiedDiff(changed, { color: false, masks, context: 1 }));
}
