import type { LintOptions } from '../lint-options.ts';
import { CONFIG_OPTION } from './config-option.ts';
import { LINT_FORMATS } from './lint-formats.ts';
import type { OptionsOf, OptionTable } from './option-table.ts';

/** What a lint run can be asked for wherever it is started: on the command line, or as a task of Nx. */
export const LINT_RUN_OPTIONS = {
  format: {
    type: 'string[]',
    value: 'NAME[=FILE]',
    proposals: LINT_FORMATS,
    description: `${LINT_FORMATS.slice(0, -1).join(', ')} or ${LINT_FORMATS.at(-1)}; with =FILE into a file.`,
  },
  config: CONFIG_OPTION,
  pack: {
    type: 'string[]',
    value: 'NAME',
    description: "Pack instead of the configuration's, by name, package or path.",
  },
  fix: { type: 'boolean', description: 'Applies the safe fixes.' },
  unsafe: { type: 'boolean', description: 'With --fix: also fixes after which a build may behave otherwise.' },
  dryRun: { type: 'boolean', description: 'With --fix: prints the edits as a diff and changes nothing.' },
  failOn: {
    type: 'string',
    choices: ['error', 'warning', 'info'],
    default: 'error',
    description: 'Least severity that fails.',
  },
  maxWarnings: { type: 'number', value: 'N', description: 'Fails on more warnings than this.' },
  cache: { type: 'boolean', default: true, description: 'Looks at every file anew.' },
  waivers: { type: 'boolean', default: true, description: 'Reports what waivers allow, too.' },
  baseline: { type: 'boolean', default: true, description: 'Reports what the baseline knows, too.' },
} as const satisfies OptionTable;

export type LintRunValues = OptionsOf<typeof LINT_RUN_OPTIONS>;

/** The options that decide what is found and changed, as a run takes them; how it ends and is printed is its caller's matter. */
export function lintOptionsOf(
  values: LintRunValues,
): Pick<LintOptions, 'config' | 'packs' | 'fix' | 'unsafe' | 'dryRun' | 'noCache' | 'noWaivers' | 'noBaseline'> {
  const { config, pack, fix, unsafe = false, dryRun = false, cache, waivers, baseline } = values;
  return {
    ...(config !== undefined && { config }),
    ...(pack && { packs: pack }),
    ...(fix && { fix, unsafe, dryRun }),
    ...(cache === false && { noCache: true }),
    ...(waivers === false && { noWaivers: true }),
    ...(baseline === false && { noBaseline: true }),
  };
}
