import { pathAsGlob } from '@dockwarden-internal/run/lint-inputs/glob-path';
import type { Survey } from '@dockwarden-internal/run/lint-inputs/survey';
import { type InferredProject, taskGlobs } from '@dockwarden-internal/run/lint-inputs/task-globs';
import type { TargetConfiguration } from '@nx/devkit';

/** The environment variable that makes every run with `--fix` a run of its own; see `hooks/fresh-fix.ts`. */
export const FRESH_FIX = 'DOCKWARDEN_FIX_RUN';

/** The environment variable that tells what the day changes: suppressions and waivers end; see `hooks/ended.ts`. */
export const ENDED = 'DOCKWARDEN_ENDED';

type TaskInput = NonNullable<TargetConfiguration['inputs']>[number];

/**
 * The inputs of a project's task. `{workspaceRoot}` globs mark the project affected in Nx 22 to 24 without an edge of the graph, but
 * each distinct set of them costs a look at every file of the workspace. So what lies in the project itself is `{projectRoot}`, and the
 * rest is the same for most projects. Files that git ignores are not hashed by Nx. `witnesses` are files by which folders are seen.
 */
export function taskInputs(
  project: InferredProject,
  survey: Survey,
  allRoots: readonly string[],
  witnesses: readonly string[] = [],
): TaskInput[] {
  const { root } = project;
  const own = `${root}/`;
  // `{projectRoot}` is filled in as it is written and leaves out the files of projects further down: those that we know of, and, for the
  // files that matter most, those that another plugin may infer.
  const isPlain = root !== '.' && pathAsGlob(root) === root && !allRoots.some((other) => other.startsWith(own));
  const deep = project.files.filter((file) => file.slice(own.length).includes('/')).map(pathAsGlob);
  const isOwn = (glob: string) => isPlain && glob.startsWith(own) && !deep.some((file) => glob.startsWith(file));
  return [
    ...[...new Set([...taskGlobs(project, survey), ...witnesses.map(pathAsGlob)])].map((glob) =>
      isOwn(glob) ? `{projectRoot}/${glob.slice(own.length)}` : `{workspaceRoot}/${glob}`,
    ),
    // Which projects it needs, and what they need in turn, decides what its images have to copy.
    { fileset: '{projectRoot}/package.json', dependencies: true },
    { fileset: '{projectRoot}/project.json', dependencies: true },
    { env: FRESH_FIX },
    { env: ENDED },
  ];
}
