import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, type OpenDisk, type ProjectGraph, type Workspace } from '@dockwarden-internal/workspace';
import { absentFolder } from '../files/absent-folder.ts';
import { readOutside } from '../files/read-outside.ts';
import { type Configured, readConfig } from './read-config.ts';

export interface OpenRequest {
  readonly cwd: string;
  readonly config?: string;
  /** Files as somebody else is about to write them. */
  readonly overlay?: (disk: OpenDisk) => OpenDisk;
  readonly graph?: ProjectGraph;
}

export type OpenConfigured =
  | { readonly workspace: Workspace; readonly configured: Configured }
  | { readonly root: string; readonly diagnostics: readonly Diagnostic[] };

/** The workspace around a folder with its configuration; what is wrong with that, before anything is decided by it. */
export async function openConfigured({ cwd, config, overlay, graph }: OpenRequest): Promise<OpenConfigured> {
  const workspace = await findWorkspace(cwd, overlay, graph);
  if (!workspace) return { root: cwd, diagnostics: [absentFolder(cwd)] };
  const configured = await readConfig({ fs: workspace.fs, readOutside }, cwd, config);
  if (configured.diagnostics.length > 0) return { root: workspace.fs.root, diagnostics: configured.diagnostics };
  return { workspace, configured };
}
