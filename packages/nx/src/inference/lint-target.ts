import type { Survey } from '@dockwarden-internal/run/lint-inputs/survey';
import type { InferredProject } from '@dockwarden-internal/run/lint-inputs/task-globs';
import type { TargetConfiguration } from '@nx/devkit';
import { tokenFree } from '../options/token-free-path.ts';
import { taskInputs } from './task-inputs.ts';

interface Besides {
  /** Files that the project names itself, which take the place of its own after inference. */
  readonly asked?: readonly string[];
  /** Files by which its folders are seen. */
  readonly witnesses?: readonly string[];
}

/** The `docker-lint` target of a project. */
export function lintTarget(
  project: InferredProject,
  survey: Survey,
  allRoots: readonly string[],
  version: string,
  { asked = [], witnesses }: Besides = {},
): TargetConfiguration {
  return {
    executor: '@dockwarden/nx:lint',
    // The version is an option, so that another release of the policies is another key of the cache. An `externalDependencies`
    // input would do the same, but is an error of Nx where the package is not in the lock file.
    options: { files: project.files.map(tokenFree), version, ...(project.reach && { reach: project.reach }) },
    cache: true,
    inputs: taskInputs(
      { ...project, files: [...new Set([...project.files, ...asked])].sort() },
      survey,
      allRoots,
      witnesses,
    ),
    outputs: [],
    metadata: {
      technologies: ['docker'],
      description: 'Holds Dockerfiles and Compose files to the policies of the workspace',
      help: {
        command: 'npx dockwarden lint --help',
        example: { options: { failOn: 'warning', format: ['pretty'] } },
      },
    },
  };
}
