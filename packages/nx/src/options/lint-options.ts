import type { OptionsOf, OptionTable } from './option-table.ts';

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
  config: { type: 'string', description: 'Configuration to use instead of dockwarden.yaml.' },
  pack: { type: 'string[]', description: "Packs to use instead of the configuration's, by name, package or path." },
  failOn: {
    type: 'string',
    description: 'The least severity that fails the task.',
    choices: ['error', 'warning', 'info'],
    default: 'error',
  },
  maxWarnings: { type: 'number', description: 'Fails the task on more warnings than this.' },
  format: {
    type: 'string[]',
    description:
      'Formats of the report, as NAME or NAME=FILE; {projectName} and {projectRoot} may stand in FILE. One without a file goes to the terminal. Declare the files as outputs of the target, so that the cache restores them.',
  },
  fix: { type: 'boolean', description: 'Applies the safe fixes. Such a run is never answered from the cache.' },
  unsafe: { type: 'boolean', description: 'With --fix, applies also fixes after which a build may behave otherwise.' },
  dryRun: { type: 'boolean', description: 'With --fix, shows the edits as a diff and changes nothing.' },
  cache: { type: 'boolean', description: "With --no-cache, does not use the linter's own cache.", default: true },
} as const satisfies OptionTable;

export type LintTaskOptions = OptionsOf<typeof LINT_OPTIONS>;
