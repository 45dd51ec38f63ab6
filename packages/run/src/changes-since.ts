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

/**
 * What changed in a workspace. Where no base is given, the variables and settings of Nx name it, as they do for its own commands, else
 * the main branch of the remote does.
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
  const base = await resolveBase(repository, {
    ...(refs.base !== undefined && { base: refs.base }),
    environment: { name: 'NX_BASE', value: env['NX_BASE'] },
    runner: { name: 'defaultBase of nx.json', value: defaultBase(workspace) },
  });
  if (isDiagnostic(base)) return base;
  const head = refs.head ?? (env['NX_BASE'] ? env['NX_HEAD'] : undefined);
  const changed = await changedFiles(repository, base, head);
  return isDiagnostic(changed) ? changed : { changed, repository };
}
