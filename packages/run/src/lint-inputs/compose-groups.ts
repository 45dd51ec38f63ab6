import { posix } from 'node:path';
import type { FileNotes } from './file-notes.ts';
import { within } from './glob-path.ts';

/** The Compose files of one folder, which Compose may merge, with what they name. Paths are relative to the workspace root. */
export interface ComposeGroup {
  /** The folder's Compose files, what they include or extend, and their files of variables, sorted. */
  readonly files: readonly string[];
  /** Dockerfiles that they may build, each with the contexts that it may be built from; most of them may not exist. */
  readonly builds: ReadonlyMap<string, readonly string[]>;
}

/** Groups Compose files by folder, and follows what they include. */
export function composeGroups(notes: ReadonlyMap<string, FileNotes>): ComposeGroup[] {
  const byFolder = new Map<string, string[]>();
  for (const [path, { kind }] of notes) {
    if (kind !== 'compose') continue;
    const folder = posix.dirname(path);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), path]);
  }
  return [...byFolder].map(([folder, paths]) => gather(folder, paths, notes));
}

function gather(folder: string, paths: readonly string[], notes: ReadonlyMap<string, FileNotes>): ComposeGroup {
  const files = new Set(paths);
  const builds = new Map<string, string[]>();
  const env = within(folder, '.env');
  // A set visits what is added to it meanwhile: included files are followed, each once.
  for (const path of files) {
    const note = notes.get(path);
    if (note?.kind !== 'compose') continue;
    const here = posix.dirname(path);
    const { contexts, dockerfiles, files: named } = note.links;
    for (const context of resolveAll(contexts, [here, folder])) {
      for (const dockerfile of resolveAll(['Dockerfile', ...dockerfiles], [context])) {
        builds.set(dockerfile, [...new Set([...(builds.get(dockerfile) ?? []), context])]);
      }
    }
    for (const file of resolveAll(named, [here])) files.add(file);
  }
  if (env) files.add(env);
  return { files: [...files].sort(), builds };
}

function resolveAll(paths: readonly string[], folders: readonly string[]): string[] {
  return [...new Set(folders.flatMap((folder) => paths.flatMap((path) => within(folder, path) ?? [])))];
}
