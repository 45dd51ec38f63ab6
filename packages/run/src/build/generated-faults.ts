import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratedSource } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { makerOf } from './maker-of.ts';

/** What is wrong with a build output that is about to be packed: it is not there, or nothing in this run made it. */
export function generatedFault(
  workspace: Workspace,
  { source, path, project }: GeneratedSource,
  isProven: boolean,
): Diagnostic | undefined {
  const isThere = existsSync(join(workspace.fs.root, path));
  if (isThere && isProven) return undefined;
  const said = `${source.instruction} ${source.path}`;
  const maker = makerOf(workspace, project);
  const first = maker === undefined ? 'Make it first' : `Run ${maker} first`;
  const whose = project === undefined ? '' : `; the build of ${project} probably makes it`;
  const shared = { place: source.place, exit: 2 as const };
  if (!isThere)
    return {
      ...shared,
      code: 'build/generated-missing',
      message: `${said}: ${path}, which git ignores, is not there${whose}.`,
      hint: `${first}, or set build.prepare in dockwarden.yaml to a command that does.`,
    };
  return {
    ...shared,
    code: 'build/generated-unproven',
    message: `${said}: ${path}, which git ignores, may be older than its sources${whose}.`,
    hint: `${first} and pass --trust-generated, or set build.prepare in dockwarden.yaml to a command that makes it.`,
  };
}
