import { nodeFileSystem } from '@dockwarden-internal/workspace/file-system';
import { nodeAt, readJson } from '@dockwarden-internal/workspace/json-file';
import { membership, readWorkspaceGlobs } from '@dockwarden-internal/workspace/workspace-globs';

/** Which folders are packages of the workspace, as Nx's package.json plugin sees it. */
export interface WorkspaceMembers {
  includes(folder: string): boolean;
}

/**
 * The root's own package.json is a project only with an `nx` key. `everyManifest`: the workspace loads `nx/plugins/package-json`, for
 * which every package.json is a project.
 * Source: Nx, plugin nx/core/package-json.
 */
export async function readWorkspaceMembers(workspaceRoot: string, everyManifest = false): Promise<WorkspaceMembers> {
  const fs = nodeFileSystem(workspaceRoot);
  const isMember = membership((await readWorkspaceGlobs(fs)) ?? []);
  const rootIsProject = nodeAt(readJson(fs, 'package.json'), 'nx') !== undefined;
  return {
    includes: (folder) => (folder === '.' ? rootIsProject || isMember('.') : everyManifest || isMember(folder)),
  };
}
