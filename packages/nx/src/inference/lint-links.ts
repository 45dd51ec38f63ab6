import { createHash } from 'node:crypto';
import type { FileLinks } from '@dockwarden-internal/run/lint-inputs/file-links';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { bakeFoldersOf, composeFilesOf } from '@dockwarden-internal/run/lint-inputs/linked-files';
import type { Asked } from './asked-configurations.ts';
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
  asked: Asked = {},
): Promise<FileLinks> {
  // What is asked for in place of the workspace's own is kept beside it.
  const told = JSON.stringify(asked);
  const suffix = told === '{}' ? '' : `-${createHash('sha1').update(told).digest('hex').slice(0, 8)}`;
  try {
    const kept = {
      workspaceRoot,
      name: `links${suffix}`,
      paths: [...composeFilesOf(notes), '', ...bakeFoldersOf(notes)],
      version,
    };
    return await keptAnswer(kept, async (disk) => {
      const { loadLintInputs } = await import('@dockwarden-internal/run');
      return (await loadLintInputs()).fileLinks(disk, { cwd: workspaceRoot, ...asked }, notes);
    });
  } catch {
    // A fault of ours, or a broken installation: the tasks themselves will say so, and the graph has to stand.
    return ANY_FILE;
  }
}
