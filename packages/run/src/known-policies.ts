import { findWorkspace } from '@dockwarden-internal/workspace';
import { readConfig } from './config/read-config.ts';
import { openOutside } from './files/open-outside.ts';
import { readOutside } from './files/read-outside.ts';
import { findHadolint } from './hadolint/find-hadolint.ts';
import { type ResolvedPolicies, resolvePolicies } from './policies/resolve-policies.ts';
import { sentenceOf } from './sentence-of.ts';

export interface KnownPolicies extends ResolvedPolicies {
  /** The root's `.hadolint.yaml`, where there is one. */
  readonly hadolintPath?: string;
}

/** The policies of the workspace around a folder, with what is configured of them. */
export async function knownPolicies(request: {
  readonly cwd: string;
  readonly config?: string;
  readonly packs?: readonly string[];
}): Promise<KnownPolicies | { readonly fault: string }> {
  const workspace = await findWorkspace(request.cwd);
  if (!workspace) return { fault: `${request.cwd} is not there` };
  const configured = await readConfig({ fs: workspace.fs, readOutside }, request.cwd, request.config);
  const atRoot = [{ path: 'Dockerfile', kind: 'dockerfile' }];
  const hadolint = await findHadolint(workspace.fs, workspace.listing.files, atRoot);
  const resolved = await resolvePolicies({
    fs: workspace.fs,
    readOutside,
    openOutside,
    cwd: request.cwd,
    config: configured.config,
    whole: true,
    ...(configured.path !== undefined && { configPath: configured.path }),
    ...(configured.placeOf && { placeOf: configured.placeOf }),
    ...(request.packs && { packs: request.packs }),
    ...(hadolint && { hadolint }),
  });
  const fault = [...configured.diagnostics, ...resolved.diagnostics].find((diagnostic) => diagnostic.exit === 2);
  if (!fault) return { ...resolved, ...(hadolint && { hadolintPath: hadolint.paths[0]! }) };
  return { fault: sentenceOf(fault) };
}
