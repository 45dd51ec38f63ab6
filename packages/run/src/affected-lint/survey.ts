import { type Repository, textAtCommit } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { NodeFileSystem } from '@dockwarden-internal/workspace';
import { composeGroups } from '../lint-inputs/compose-groups.ts';
import { type FileNotes, takeNotes } from '../lint-inputs/file-notes.ts';
import type { Survey } from '../lint-inputs/task-globs.ts';

/** What the files that are linted name of each other, as they are. */
export function surveyNow(fs: NodeFileSystem, files: readonly string[], configured: readonly string[]): Survey {
  const notes = new Map(files.map((path) => [path, takeNotes(path, fs.read(path) ?? '')] as const));
  return surveyOf(fs.root, notes, configured);
}

/**
 * The same as it was before the change, since a link that was cut affects the file that it led to. Only files that changed are read
 * from the commit.
 */
export async function surveyBefore(
  now: Survey,
  repository: Repository,
  commit: string,
  changed: readonly string[],
): Promise<Survey | Diagnostic> {
  const notes = new Map(now.notes);
  for (const path of changed) {
    const text = await textAtCommit(repository, commit, path);
    if (typeof text === 'object') return text;
    const note = text === undefined ? undefined : takeNotes(path, text);
    if (note && note.kind !== 'other') notes.set(path, note);
    else notes.delete(path);
  }
  return surveyOf(now.workspaceRoot, notes, now.configured);
}

function surveyOf(workspaceRoot: string, notes: ReadonlyMap<string, FileNotes>, configured: readonly string[]): Survey {
  return { workspaceRoot, notes, groups: composeGroups(notes), configured };
}
