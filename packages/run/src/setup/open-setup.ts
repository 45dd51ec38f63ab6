import type { ConfigDocument } from '@dockwarden-internal/policy';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { type OpenRequest, openConfigured } from '../config/open-configured.ts';
import type { SetupConfig } from './setup-config.ts';

/** The workspace around a folder, and what its configuration tells the facts. */
export async function openSetup(
  request: OpenRequest,
): Promise<
  | { readonly workspace: Workspace; readonly config: SetupConfig; readonly document: ConfigDocument }
  | { readonly diagnostics: readonly Diagnostic[] }
> {
  const opened = await openConfigured(request);
  if ('diagnostics' in opened) return { diagnostics: opened.diagnostics };
  const { config: document } = opened.configured;
  const { build } = document;
  const config = { settings: document, ...(build && { build }) };
  return { workspace: opened.workspace, config, document };
}
