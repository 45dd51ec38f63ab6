import { COMPOSE_OPTIONS, SETUP_OPTIONS } from '@dockwarden-internal/run/options/setup-options';
import { CONFIG_FLAG, configOf, PLAN_FLAG } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

const OPTIONS = { ...COMPOSE_OPTIONS, force: SETUP_OPTIONS.force };

export const composeCommand: Command = {
  spec: {
    name: 'compose',
    summary:
      'Writes the Compose files of projects that have a Dockerfile: for development and production, with what they need.',
    operands: '[PROJECT…]',
    options: {
      ...flagsOf(OPTIONS),
      ...PLAN_FLAG,
      ...CONFIG_FLAG,
    },
    examples: [
      [
        'dockwarden compose api --with postgres,redis',
        'the app, a database and a cache, each waiting until the other is well',
      ],
      ['dockwarden compose api --sidecar proxy', 'adds a reverse proxy to the files that are there'],
    ],
    notes: [
      'Files that are there get what they lack, and keep comments, order and the rest. All files are written, or none.',
      'Exit: 0 written or nothing to change, 1 a file says something else, 2 bad arguments or configuration, 3 a file cannot be read or written.',
    ],
  },
  run: runCompose,
};

async function runCompose({ operands, values, io }: Invocation): Promise<number> {
  const [{ setup }, { printSetup }] = await Promise.all([
    import('@dockwarden-internal/run/setup/setup'),
    import('@dockwarden-internal/run/setup/print-setup'),
  ]);
  const dryRun = values['dry-run'] === true;
  const outcome = await setup({
    cwd: io.cwd,
    choice: { named: operands, patterns: [], all: false },
    values: valuesOf(OPTIONS, values),
    composeOnly: true,
    dryRun,
    ...configOf(values),
  });
  const text = printSetup(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayProblems(outcome, io);
  return outcome.exit;
}
