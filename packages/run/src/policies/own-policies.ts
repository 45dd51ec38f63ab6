import { findWorkspace } from '@dockwarden-internal/workspace';
import type { CompiledPolicies } from '../builtin/compiled-policies.ts';
import { readConfig } from '../config/read-config.ts';
import { openOutside } from '../files/open-outside.ts';
import { readOutside } from '../files/read-outside.ts';
import { type Further, policiesAround } from './policies-around.ts';
import { type UserPolicies, userPolicies } from './user-policies.ts';

/** The policies of the workspace around a folder, and of the packages that it extends; what is wrong with its configuration is said elsewhere. */
export async function ownPolicies(
  cwd: string,
  builtin: CompiledPolicies,
  further: Further = {},
): Promise<UserPolicies> {
  const workspace = await findWorkspace(cwd);
  if (!workspace) return userPolicies(further.further ?? [], { sharedTerms: builtin.terms });
  const { fs } = workspace;
  const { config, path } = await readConfig({ fs, readOutside }, cwd, undefined);
  const search = { fs, readOutside, openOutside, cwd, config, ...(path !== undefined && { configPath: path }) };
  return (await policiesAround(search, builtin, further)).own;
}
