import type { WorkspaceModel } from '@dockwarden-internal/facts';
import type { NodeClaim } from '@dockwarden-internal/scaffold';
import { nodeVersion } from '@dockwarden-internal/scaffold/stacks/node/project/node-version';

/** Files that actions/setup-node reads, the more telling first. Source: actions/setup-node, `node-version-file`. */
const FILES = ['.nvmrc', '.node-version', '.tool-versions', 'package.json'];

/** The Node that files at the root ask for, else the usual one. */
export function nodeClaim({ projects }: Pick<WorkspaceModel, 'projects'>): NodeClaim {
  const engines = projects
    .flatMap((project) => project.engines ?? [])
    .filter(({ runtime, file }) => runtime === 'node' && FILES.includes(file));
  const file = FILES.find((each) => engines.some((claim) => claim.file === each));
  const { tag } = nodeVersion({ engines } as unknown as WorkspaceModel['projects'][number]).version;
  return { version: tag, ...(file !== undefined && { file }) };
}
