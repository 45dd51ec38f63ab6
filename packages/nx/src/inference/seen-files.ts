import { candidateKind } from '@dockwarden-internal/workspace/candidate-kind';
import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { listFiles } from '@dockwarden-internal/workspace/list-files';
import { nxIgnore } from '@dockwarden-internal/workspace/nx-projects';
import type { NxJsonConfiguration } from '@nx/devkit';
import { hidesFiles } from './entry-selection.ts';
import { mayMakeProject } from './plugin-files.ts';
import { registeredEntries } from './registered-selection.ts';

/**
 * The files by whose names targets are inferred, sorted: those that Nx hands over. Where an entry of nx.json keeps some from the plugin, they are
 * listed here, since a file that is to have no task may still decide about findings of another: a Compose file says which stage is shipped.
 */
export function seenFiles(
  handed: readonly string[],
  workspaceRoot: string,
  nxJson: Pick<NxJsonConfiguration, 'plugins'>,
): string[] {
  const files = new Set(handed);
  if (registeredEntries(nxJson).some(hidesFiles)) {
    const fs = nodeFileSystem(workspaceRoot);
    const isKept = nxIgnore(fs);
    for (const path of listFiles(fs).files)
      if ((candidateKind(path) !== undefined || mayMakeProject(path)) && isKept(path)) files.add(path);
  }
  return [...files].sort();
}
