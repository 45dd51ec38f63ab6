import type { FileEdit } from '@dockwarden-internal/engine';
import { applyEdits, type TextEdit } from '@dockwarden-internal/syntax';
import type { Masks } from '../masks.ts';
import type { PathOf } from '../render-context.ts';
import { visibleLines } from '../text/visible.ts';
import { unifiedDiff } from './unified-diff.ts';

/** What edits would change, as a diff without colours and secrets that is shown on a page; empty without any. */
export function editsDiff(edits: readonly FileEdit[], masks: Masks, pathOf: PathOf): string {
  const files = new Map<string, { readonly text: string; readonly edits: TextEdit[] }>();
  for (const { source, edit } of edits) {
    const file = files.get(source.path) ?? { text: source.text, edits: [] };
    files.set(source.path, file);
    file.edits.push(edit);
  }
  const changed = [...files].map(([path, { text, edits: own }]) => ({
    path: pathOf(path),
    before: text,
    after: applyEdits(text, own),
  }));
  return visibleLines(unifiedDiff(changed, { color: false, masks, context: 1 }));
}
