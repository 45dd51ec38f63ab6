import { applyEdits } from '@dockwarden-internal/syntax';
import type { EditsByFile } from '../fix/choose-fixes.ts';

/** Files with edits applied; a file that is not there yet is created. */
export function applyAll(files: Readonly<Record<string, string>>, edits: EditsByFile): Record<string, string> {
  const after = { ...files };
  for (const [path, list] of edits) after[path] = applyEdits(files[path] ?? '', list);
  return after;
}
