import type { FileLinks } from './file-links.ts';
import type { FileNotes } from './file-notes.ts';
import { openPlaces, type Places } from './places.ts';

/** What was seen of the whole workspace. */
export interface Survey extends FileLinks {
  /** Of each file that is linted. */
  readonly notes: ReadonlyMap<string, FileNotes>;
  readonly places: Places;
}

export function surveyOf(workspaceRoot: string, notes: Survey['notes'], links: FileLinks): Survey {
  return { notes, ...links, places: openPlaces(workspaceRoot) };
}
