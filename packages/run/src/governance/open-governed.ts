import type { Diagnostic } from '@dockwarden-internal/syntax';
import { findWorkspace, type Workspace } from '@dockwarden-internal/workspace';
import { type Configured, readConfig } from '../config/read-config.ts';
import { readOutside } from '../files/read-outside.ts';
import type { LintOptions } from '../lint-options.ts';

/** What the commands about waivers and the baseline are asked for. */
export type GovernedRequest = Pick<LintOptions, 'cwd' | 'config' | 'searchPath'>;

export type OpenGoverned =
  | { readonly workspace: Workspace; readonly configured: Configured }
  | { readonly root: string; readonly diagnostics: readonly Diagnostic[] };

/** The workspace with its configuration; what is wrong with that, before anything is decided by it. */
export async function openGoverned({ cwd, config }: GovernedRequest): Promise<OpenGoverned> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) {
    const message = `${cwd} is not there`;
    return { root: cwd, diagnostics: [{ code: 'files/absent', message, path: cwd, exit: 3 }] };
  }
  const configured = await readConfig({ fs: workspace.fs, readOutside }, cwd, config);
  if (configured.diagnostics.length > 0) return { root: workspace.fs.root, diagnostics: configured.diagnostics };
  return { workspace, configured };
}
