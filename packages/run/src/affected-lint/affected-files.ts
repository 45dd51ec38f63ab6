import { isDiagnostic, type RunProgram, runProgram } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { candidateKind, findWorkspace, type Workspace } from '@dockwarden-internal/workspace';
import { type ComparedRefs, changesSince } from '../changes-since.ts';
import { readConfig } from '../config/read-config.ts';
import { absentFolder } from '../files/absent-folder.ts';
import { readOutside } from '../files/read-outside.ts';
import { findTargets } from '../files/targets.ts';
import { fileGlobs, ownerOf, workspaceGlobs } from './file-globs.ts';
import { type ChangeReason, openFirstChange } from './first-change.ts';
import { movedFolders } from './moved-folders.ts';
import { surveyBefore, surveyNow } from './survey.ts';

export interface AffectedFilesRequest {
  /** Absolute. */
  readonly cwd: string;
  readonly config?: string;
  readonly packs?: readonly string[];
  readonly refs: ComparedRefs;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The files whose findings a change can alter. */
export interface AffectedFiles {
  /** Absolute. */
  readonly root: string;
  /** From the root, sorted, with why. */
  readonly files: ReadonlyMap<string, ChangeReason>;
  /** Why policies that look at the whole workspace have to look again; undefined where nothing that they see changed. */
  readonly workspace?: ChangeReason;
}

/** Reading that many files from a commit costs more than it saves. */
const MANY_CHANGED = 200;

/**
 * Finds the files to lint from git alone. A file is affected where a changed path matches a glob of what its findings depend on, as these
 * are now or as they were before the change.
 */
export async function affectedFiles(
  request: AffectedFilesRequest,
  run: RunProgram = runProgram,
): Promise<AffectedFiles | Diagnostic> {
  const workspace = await findWorkspace(request.cwd);
  if (!workspace) return absentFolder(request.cwd);
  const changes = await changesSince(workspace, run, request.refs, request.env);
  if (isDiagnostic(changes)) return changes;
  const { changed, repository } = changes;
  const paths = await filesToLint(workspace, request);
  const { fs } = workspace;
  const now = await surveyNow({ fs, readOutside }, paths, request);
  const candidates = [...changed.files].filter((path) => candidateKind(path) !== undefined).sort();
  const at = { repository, commit: changed.since };
  const before =
    candidates.length > MANY_CHANGED ? now : await surveyBefore(now, fs, at, { files: changed.files, candidates });
  if (isDiagnostic(before)) return before;
  const moved = await movedFolders(changed.files, workspace.model.projects, fs, at);
  if (isDiagnostic(moved)) return moved;
  const firstChange = openFirstChange(changed.files, changed.submodules);
  const surveys = before === now ? [now] : [now, before];
  const everyFile = candidates.length > MANY_CHANGED ? firstChange(candidates) : undefined;
  const movedIn = (root = '.') => (moved.has(root) ? { path: moved.get(root)!, glob: moved.get(root)! } : undefined);
  const files = new Map<string, ChangeReason>();
  for (const path of paths) {
    const reason =
      everyFile ??
      firstChange(surveys.flatMap((survey) => fileGlobs(path, workspace.model, survey))) ??
      movedIn(ownerOf(path, workspace.model.projects)?.root);
    if (reason) files.set(path, reason);
  }
  const whole =
    firstChange(surveys.flatMap((survey) => workspaceGlobs(paths, survey))) ?? movedIn([...moved.keys()][0]);
  return { root: workspace.fs.root, files, ...(whole && { workspace: whole }) };
}

async function filesToLint(workspace: Workspace, { cwd, config }: AffectedFilesRequest): Promise<string[]> {
  const configured = await readConfig({ fs: workspace.fs, readOutside }, cwd, config);
  // What is wrong with the configuration is said by the run itself.
  const { files } = findTargets(workspace, undefined, configured.config.exclude ?? []);
  return files.map(({ path }) => path).sort();
}
