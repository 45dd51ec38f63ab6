import type { FileLinks } from '@dockwarden-internal/run/lint-inputs/file-links';
import { keptAnswer } from './kept-answer.ts';

/** Where nothing can be told, any file may be read. */
const ANY_FILE: FileLinks = { groups: [], configured: { files: [], globs: ['**/*'], contexts: {} } };

/** What Compose files and the configuration add to the inputs of lint tasks. */
export async function readLintLinks(
  workspaceRoot: string,
  composeFiles: readonly string[],
  version: string,
): Promise<FileLinks> {
  try {
    const kept = { workspaceRoot, name: 'links', paths: composeFiles, version };
    return await keptAnswer(kept, async (disk) => {
      const { loadLintInputs } = await import('@dockwarden-internal/run');
      return (await loadLintInputs()).fileLinks(disk, { cwd: workspaceRoot }, composeFiles);
    });
  } catch {
    // A fault of ours, or a broken installation: the tasks themselves will say so, and the graph has to stand.
    return ANY_FILE;
  }
}
