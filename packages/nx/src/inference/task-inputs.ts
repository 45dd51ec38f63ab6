import { pathAsGlob } from '@dockwarden-internal/run/lint-inputs/glob-path';
import type { Survey } from '@dockwarden-internal/run/lint-inputs/survey';
import { type InferredProject, taskGlobs } from '@dockwarden-internal/run/lint-inputs/task-globs';
import type { TargetConfiguration } from '@nx/devkit';
import { rootedGlobs } from './rooted-globs.ts';

/** The environment variable that makes a run a run of its own, as every one with `--fix`; see `hooks/fresh-fix.ts`. */
export const FRESH_FIX = 'DOCKWARDEN_FIX_RUN';

/** The environment variable that tells what the day changes: suppressions and waivers end; see `hooks/ended.ts`. */
export const ENDED = 'DOCKWARDEN_ENDED';

type TaskInput = NonNullable<TargetConfiguration['inputs']>[number];

/**
 * The inputs of a project's task. `{workspaceRoot}` globs mark the project affected in Nx 22 to 24 without an edge of the graph, but
 * each distinct set of them costs a look at every file of the workspace. So what lies in the project itself is `{projectRoot}`, and the
 * rest is the same for most projects. Files that git ignores are not hashed by Nx. `allRoots` are the folders of all projects, with files to lint
 * or not; `witnesses` are files by which folders are seen.
 */
export function taskInputs(
  project: InferredProject,
  survey: Survey,
  allRoots: readonly string[],
  witnesses: readonly string[] = [],
): TaskInput[] {
  const { root } = project;
  const own = `${root}/`;
  // The files that matter most may lie in a project that only another plugin knows.
  const deep = project.files.filter((file) => file.slice(own.length).includes('/')).map(pathAsGlob);
  const isDeep = (glob: string) => deep.some((file) => glob.startsWith(file));
  const globs = [...new Set([...taskGlobs(project, survey), ...witnesses.map(pathAsGlob)])];
  return [
    ...globs.filter(isDeep).map((glob) => `{workspaceRoot}/${glob}`),
    ...rootedGlobs(
      globs.filter((glob) => !isDeep(glob)),
      root,
      allRoots,
    ),
    // Which projects it needs, and what they need in turn, decides what its images have to copy.
    { fileset: '{projectRoot}/package.json', dependencies: true },
    { fileset: '{projectRoot}/project.json', dependencies: true },
    { env: FRESH_FIX },
    { env: ENDED },
  ];
}
