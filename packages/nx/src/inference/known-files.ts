import { join, posix } from 'node:path';
import type { FileNotes } from '@dockwarden-internal/run/lint-inputs/file-notes';
import { type CandidateKind, candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import type { CreateNodesContext } from '@nx/devkit';
import type { PluginOptions } from '../options/plugin-options.ts';
import { PRODUCT_VERSION } from '../product-version.ts';
import { excludedByConfiguration } from './excluded-files.ts';
import { openNotesBook } from './notes-book.ts';
import { pluginDataPath } from './plugin-data.ts';
import { mayMakeProject } from './plugin-files.ts';
import { seenFiles } from './seen-files.ts';
import { selection } from './selection.ts';
import { unlistedCandidates } from './unlisted-candidates.ts';

export interface KnownFiles {
  /** Files by whose names targets are inferred, sorted. */
  readonly seen: readonly string[];
  /** Folders that may be projects, by any plugin. */
  readonly folders: ReadonlySet<string>;
  /** Notes on every Dockerfile and Compose file that the configuration does not exclude. */
  readonly notes: ReadonlyMap<string, FileNotes>;
  /** Whether a file may have tasks; others only decide about the findings of those. */
  readonly isSelected: (path: string) => boolean;
}

/** What there is to infer from, beside the files that Nx hands over those that it lists nowhere. */
export async function readKnownFiles(
  handed: readonly string[],
  options: PluginOptions,
  { workspaceRoot, nxJsonConfiguration }: Pick<CreateNodesContext, 'workspaceRoot' | 'nxJsonConfiguration'>,
): Promise<KnownFiles> {
  const isExcluded = await excludedByConfiguration(workspaceRoot);
  const seen = seenFiles(handed, workspaceRoot, nxJsonConfiguration);
  const notes = readNotes(
    seen.filter((path) => candidateKind(path) !== undefined && !isExcluded(path)),
    workspaceRoot,
  );
  const folders = new Set(seen.filter(mayMakeProject).map((path) => posix.dirname(path)));
  for (const path of unlistedCandidates(workspaceRoot, folders)) {
    const kind = isExcluded(path) ? undefined : candidateKind(path);
    if (kind !== undefined) notes.set(path, notesWithoutText(kind));
  }
  const isTaken = selection(options);
  const hidden = new Set(seen);
  for (const path of handed) hidden.delete(path);
  return { seen, folders, notes, isSelected: (path) => isTaken(path) && !hidden.has(path) };
}

function readNotes(paths: readonly string[], workspaceRoot: string): Map<string, FileNotes> {
  const book = openNotesBook(pluginDataPath(workspaceRoot, 'notes'), PRODUCT_VERSION);
  const notes = new Map<string, FileNotes>();
  for (const path of paths) {
    const note = book.notesOn(path, join(workspaceRoot, path));
    if (note && note.kind !== 'other') notes.set(path, note);
  }
  book.close();
  return notes;
}

function notesWithoutText(kind: CandidateKind): FileNotes {
  return kind === 'dockerfile' ? { kind, sources: [] } : { kind };
}
