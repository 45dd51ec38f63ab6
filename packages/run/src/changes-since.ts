import {
  type ChangedFiles,
  changedFiles,
  ciRefs,
  isDiagnostic,
  type Repository,
  type RunProgram,
  readRepository,
  resolveBase,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Workspace } from '@dockwarden-internal/workspace';
import { turboJsonIn } from '@dockwarden-internal/workspace/turbo-json';
import { defaultBase } from './build/default-base.ts';

/** Between which commits a change is looked for; without a head the files count as they are. */
export interface ComparedRefs {
  readonly base?: string;
  readonly head?: string;
}

export interface Changes {
  readonly changed: ChangedFiles;
  readonly repository: Repository;
}

/** Variables by which task runners are told what to compare. Source: Nx reference and Turborepo reference, "Environment variables". */
const NX = { base: 'NX_BASE', head: 'NX_HEAD' };
const TURBOREPO = { base: 'TURBO_SCM_BASE', head: 'TURBO_SCM_HEAD' };

/**
 * What changed in a workspace. Where no base is given, the variables and settings of its task runner name it, as they do for the runner's
 * own commands, else the main branch of the remote does.
 */
export async function changesSince(
  workspace: Pick<Workspace, 'fs'>,
  run: RunProgram,
  refs: ComparedRefs,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Changes | Diagnostic> {
  const repository = await readRepository(run, workspace.fs.root, ciRefs(env));
  if (isDiagnostic(repository)) {
    if (repository.code !== 'git/no-repository') return repository;
    return { ...repository, hint: 'What a change affects is asked of git: leave out --affected to take everything.' };
  }
  const isTurborepo = turboJsonIn(workspace.fs, '.') !== undefined;
  const variables = isTurborepo && !env[NX.base] ? TURBOREPO : NX;
  const named = env[variables.base];
  const base = await resolveBase(repository, {
    ...(refs.base !== undefined && { base: refs.base }),
    environment: { name: variables.base, value: named },
    ...(workspace.fs.kind('nx.json') === 'file' && {
      runner: { name: 'defaultBase of nx.json', value: defaultBase(workspace) },
    }),
  });
  if (isDiagnostic(base)) return base;
  const head = refs.head ?? (named ? env[variables.head] : undefined);
  const changed = await changedFiles(repository, base, head);
  return isDiagnostic(changed) ? changed : { changed, repository };
}
