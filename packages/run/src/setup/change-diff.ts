import { unifiedDiff } from '@dockwarden-internal/report';
import type { FileChange } from './file-changes.ts';

/** Changes as a unified diff; `pathOf` says how a path from the root is shown. */
export function changeDiff(
  changes: readonly Pick<FileChange, 'path' | 'before' | 'after'>[],
  pathOf: (path: string) => string,
  color: boolean,
): string {
  const texts = changes.map(({ path, before = '', after }) => ({ path: pathOf(path), before, after }));
  return unifiedDiff(texts, { color });
}
