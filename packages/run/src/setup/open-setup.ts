import type { FactSettings } from '@dockwarden-internal/facts';
import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, type OpenDisk, type ProjectGraph, type Workspace } from '@dockwarden-internal/workspace';
import { readConfig } from '../config/read-config.ts';
import { readOutside } from '../files/read-outside.ts';
import type { SetupConfig } from './setup-config.ts';

export interface OpenRequest {
  readonly cwd: string;
  readonly config?: string;
  readonly overlay?: (disk: OpenDisk) => OpenDisk;
  readonly graph?: ProjectGraph;
}

/** The workspace around a folder, and what its configuration tells the facts. */
export async function openSetup({
  cwd,
  config,
  overlay,
  graph,
}: OpenRequest): Promise<
  | { readonly workspace: Workspace; readonly config: SetupConfig; readonly document: ConfigDocument }
  | { readonly diagnostics: readonly Diagnostic[] }
> {
  const workspace = await findWorkspace(cwd, overlay, graph);
  if (!workspace)
    return { diagnostics: [{ code: 'files/absent', message: `${cwd} is not there`, path: cwd, exit: 3 }] };
  const configured = await readConfig({ fs: workspace.fs, readOutside }, cwd, config);
  if (configured.diagnostics.length > 0) return { diagnostics: configured.diagnostics };
  const { build } = configured.config;
  const told = { settings: configured.config as FactSettings, ...(build && { build }) };
  return { workspace, config: told, document: configured.config };
}
