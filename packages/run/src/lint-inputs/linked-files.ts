import { posix } from 'node:path';
import type { FileNotes } from './file-notes.ts';
import { foldersUp } from './glob-path.ts';

type Notes = ReadonlyMap<string, FileNotes>;

/** The Compose files among files that notes were taken of. */
export function composeFilesOf(notes: Notes): string[] {
  return [...notes].flatMap(([path, { kind }]) => (kind === 'compose' ? [path] : []));
}

/** The folders in which a Bake file may speak of one of the Dockerfiles: theirs, and those above. */
export function bakeFoldersOf(notes: Notes): string[] {
  const dockerfiles = [...notes].flatMap(([path, { kind }]) => (kind === 'dockerfile' ? [path] : []));
  return [...new Set(dockerfiles.flatMap((path) => foldersUp(posix.dirname(path))))].sort();
}
