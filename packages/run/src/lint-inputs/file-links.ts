import type { Disk } from '../config/read-config.ts';
import { bakeContexts } from './bake-contexts.ts';
import { type ComposeGroup, composeGroups } from './compose-groups.ts';
import { type AskedConfiguration, type ConfiguredInputs, configuredInputs } from './configured-inputs.ts';
import type { FileNotes } from './file-notes.ts';
import { bakeFoldersOf, composeFilesOf } from './linked-files.ts';

/** What the files of a workspace say of each other, as plain data, so that it can be kept. */
export interface FileLinks {
  readonly groups: readonly ComposeGroup[];
  /** The contexts that Bake files give, by Dockerfile. */
  readonly bakes: Readonly<Record<string, readonly string[]>>;
  readonly configured: ConfiguredInputs;
}

/** Reads it; `notes` are of the files that a run would look at. */
export async function fileLinks(
  disk: Disk,
  asked: AskedConfiguration,
  notes: ReadonlyMap<string, FileNotes>,
): Promise<FileLinks> {
  const { root } = disk.fs;
  return {
    groups: await composeGroups(disk.fs, root, composeFilesOf(notes)),
    bakes: bakeContexts(disk.fs, root, bakeFoldersOf(notes)),
    configured: await configuredInputs(disk, asked),
  };
}
