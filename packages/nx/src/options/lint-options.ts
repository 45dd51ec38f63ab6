import { LINT_RUN_OPTIONS } from '@dockwarden-internal/run/options/lint-run-options';
import type { OptionsOf } from '@dockwarden-internal/run/options/option-table';
import type { NxOptionTable } from './option-table.ts';

/** Options of the executor `@dockwarden/nx:lint`. Paths are relative to the workspace root, wherever nx was started. */
export const LINT_OPTIONS = {
  files: {
    type: 'string[]',
    description: 'Files or folders to look at. Inferred: the Dockerfiles and Compose files of the project.',
  },
  version: {
    type: 'string',
    description: 'Inferred: the version of the policies, so that an upgrade is not answered from the cache.',
    hidden: true,
  },
  reach: {
    type: 'string',
    description:
      'Inferred where the root is a project: its task runs the policies that look at the whole workspace, the others those that look at their project.',
    choices: ['project', 'workspace'],
    hidden: true,
  },
  ...LINT_RUN_OPTIONS,
  format: {
    ...LINT_RUN_OPTIONS.format,
    description: `${LINT_RUN_OPTIONS.format.description} {projectName} and {projectRoot} may stand in FILE. Declare the files as outputs of the target, so that the cache restores them.`,
  },
  fix: {
    ...LINT_RUN_OPTIONS.fix,
    description: `${LINT_RUN_OPTIONS.fix.description} Such a run is never answered from the cache.`,
  },
} as const satisfies NxOptionTable;

export type LintTaskOptions = OptionsOf<typeof LINT_OPTIONS>;
