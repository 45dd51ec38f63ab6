import { LINT_RUN_OPTIONS } from '@dockwarden-internal/run/options/lint-run-options';
import { COLOUR_FLAGS } from '../arguments/common-flags.ts';
import { flagsOf } from '../arguments/flags-of.ts';
import type { CommandSpec } from '../arguments/option-entry.ts';

export const lintSpec: CommandSpec = {
  name: 'lint',
  summary: 'Lints Dockerfiles and Compose files: the paths given, or the whole workspace.',
  operands: '[path…]',
  options: {
    ...flagsOf(LINT_RUN_OPTIONS),
    project: { type: 'string[]', value: 'NAME', description: 'Only the files of this project.' },
    'stdin-filename': { type: 'string', value: 'FILE', description: 'Lints standard input (-) as this file.' },
    quiet: { type: 'boolean', short: 'q', description: 'Prints nothing where there is nothing to report.' },
    verbose: { type: 'boolean', description: 'Also what is suppressed, every place, projects and pages.' },
    ...COLOUR_FLAGS,
    affected: { type: 'boolean', description: 'Only files whose findings a change can alter, told from git.' },
    base: { type: 'string', value: 'REF', description: 'With --affected: what the change is compared with.' },
    head: {
      type: 'string',
      value: 'REF',
      description: 'With --affected: the end of the change (default: the files as they are).',
    },
    explain: { type: 'boolean', description: 'With --affected: says for each file which change affects it.' },
  },
  examples: [
    ['dockwarden lint', 'every Dockerfile and Compose file of the workspace'],
    ['dockwarden lint apps/api', 'those below a folder'],
    ['dockwarden lint --fix --dry-run', 'the safe fixes as a diff'],
    ['dockwarden lint --pack strict --fail-on warning', 'by another pack, failing on warnings too'],
    ['dockwarden lint --affected --base origin/main --explain', 'what a change can have altered, and why'],
    ['dockwarden lint --format pretty --format sarif=lint.sarif', 'two reports at once'],
    ['cat Dockerfile | dockwarden lint --stdin-filename Dockerfile -', 'from standard input'],
  ],
  notes: ['Exit: 0 clean, 1 findings, 2 bad arguments, configuration or policy, 3 something could not be read.'],
};
