import type { FileLinks } from '@dockwarden-internal/run/lint-inputs/file-links';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { bakeFoldersOf, composeFilesOf } from '@dockwarden-internal/run/lint-inputs/linked-files';
import { keptAnswer } from './kept-answer.ts';

/** Where nothing can be told, any file may be read. */
const ANY_FILE: FileLinks = {
  groups: [],
  bakes: {},
  configured: { files: [], globs: ['**/*'], contexts: {}, waiverEnds: [] },
};

/** What Compose files, Bake files and the configuration add to the inputs of lint tasks. */
export async function readLintLinks(
  workspaceRoot: string,
  notes: ReadonlyMap<string, FileNotes>,
  version: string,
): Promise<FileLinks> {
  try {
    const kept = {
      workspaceRoot,
      name: 'links',
      paths: [...composeFilesOf(notes), '', ...bakeFoldersOf(notes)],
      version,
    };
    return await keptAnswer(kept, async (disk) => {
      const { loadLintInputs } = await import('@dockwarden-internal/run');
      return (await loadLintInputs()).fileLinks(disk, { cwd: workspaceRoot }, notes);
    });
  } catch {
    // A fault of ours, or a broken installation: the tasks themselves will say so, and the graph has to stand.
    return ANY_FILE;
  }
}
