import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { Workspace } from '@dockwarden-internal/workspace';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';
import type { FileChange } from '../setup/file-changes.ts';

/** What has to change for the tasks of a Turborepo to follow from its images; nothing where `init` has not written any. */
export async function tasksInStep(workspace: Workspace, config: ConfigDocument): Promise<readonly FileChange[]> {
  const { fs, model } = workspace;
  const path = model.tool === 'turborepo' ? turboJsonIn(fs, '.') : undefined;
  if (path === undefined) return [];
  const [{ isInitialized }, { jsonFaults }] = await Promise.all([
    import('@dockwarden-internal/scaffold/turborepo/root-turbo'),
    import('./json-faults.ts'),
  ]);
  // What cannot be read is named by whoever reads the workspace, and is not edited.
  const isBroken = workspace.diagnostics.some(({ exit }) => exit === 2) || jsonFaults(workspace).length > 0;
  if (isBroken || !isInitialized(fs.read(path) ?? '')) return [];
  const [{ planTurborepo }, { draftChanges }] = await Promise.all([
    import('./plan-turborepo.ts'),
    import('./draft.ts'),
  ]);
  return draftChanges(fs, await planTurborepo({ workspace, config, force: false, first: false }));
}
