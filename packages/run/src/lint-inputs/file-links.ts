import type { Disk } from '../config/read-config.ts';
import { type ComposeGroup, composeGroups } from './compose-groups.ts';
import { type AskedConfiguration, type ConfiguredInputs, configuredInputs } from './configured-inputs.ts';

/** What the files of a workspace say of each other, as plain data, so that it can be kept. */
export interface FileLinks {
  readonly groups: readonly ComposeGroup[];
  readonly configured: ConfiguredInputs;
}

/** Reads it; `composeFiles` are those that a run would look at. */
export async function fileLinks(
  disk: Disk,
  asked: AskedConfiguration,
  composeFiles: readonly string[],
): Promise<FileLinks> {
  const groups = await composeGroups(disk.fs, disk.fs.root, composeFiles);
  return { groups, configured: await configuredInputs(disk, asked) };
}
