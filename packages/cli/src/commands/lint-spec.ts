import type { CommandSpec } from '../arguments/option-entry.ts';

const notYet = 'it comes with a later version';

export const lintSpec: CommandSpec = {
  name: 'lint',
  summary: 'Lints Dockerfiles and Compose files: the paths given, or the whole workspace.',
  operands: '[path…]',
  options: {
    format: {
      type: 'strings',
      value: 'NAME[=FILE]',
      description: 'pretty, json, sarif or github; with =FILE into a file.',
    },
    config: { type: 'string', value: 'FILE', description: 'Configuration instead of dockwarden.yaml.' },
    pack: {
      type: 'strings',
      value: 'NAME',
      description: "Pack instead of the configuration's, by name, package or path.",
    },
    project: { type: 'strings', value: 'NAME', description: 'Only the files of this project.' },
    fix: { type: 'boolean', description: 'Applies the safe fixes.' },
    unsafe: { type: 'boolean', description: 'With --fix: also fixes after which a build may behave otherwise.' },
    'dry-run': { type: 'boolean', description: 'With --fix: prints the edits as a diff and changes nothing.' },
    'fail-on': {
      type: 'string',
      choices: ['error', 'warning', 'info'],
      description: 'Least severity that fails (default: error).',
    },
    'max-warnings': { type: 'number', value: 'N', description: 'Fails on more warnings than this.' },
    'no-cache': { type: 'boolean', description: 'Looks at every file anew.' },
    'no-waivers': { type: 'boolean', description: 'Reports what waivers allow (there are none yet).' },
    'no-baseline': { type: 'boolean', description: 'Reports what the baseline holds (there is none yet).' },
    'stdin-filename': { type: 'string', value: 'FILE', description: 'Lints standard input (-) as this file.' },
    quiet: { type: 'boolean', short: 'q', description: 'Prints nothing where there is nothing to report.' },
    verbose: { type: 'boolean', description: 'Also what is suppressed, every place, projects and pages.' },
    color: { type: 'boolean', description: 'Colours the output even where it is no terminal.' },
    'no-color': { type: 'boolean', description: 'Never colours the output.' },
    affected: { type: 'boolean', description: 'Only what a change affects.', later: notYet },
    base: { type: 'string', value: 'REF', description: 'Base of the change.', later: notYet },
    head: { type: 'string', value: 'REF', description: 'Head of the change.', later: notYet },
  },
  examples: [
    ['dockwarden lint', 'every Dockerfile and Compose file of the workspace'],
    ['dockwarden lint apps/api', 'those below a folder'],
    ['dockwarden lint --fix --dry-run', 'the safe fixes as a diff'],
    ['dockwarden lint --pack strict --fail-on warning', 'by another pack, failing on warnings too'],
    ['dockwarden lint --format pretty --format sarif=lint.sarif', 'two reports at once'],
    ['cat Dockerfile | dockwarden lint --stdin-filename Dockerfile -', 'from standard input'],
  ],
  notes: ['Exit: 0 clean, 1 findings, 2 bad arguments, configuration or policy, 3 something could not be read.'],
};
