import { SETUP_OPTIONS } from '@dockwarden-internal/run/options/setup-options';
import { CONFIG_FLAG, configOf, PLAN_FLAG } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { refuse } from '../output/refuse.ts';
import { render } from '../output/render.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const setupCommand: Command = {
  spec: {
    name: 'setup',
    summary:
      'Makes apps ready for containers: Dockerfile, ignore file, Compose files, for the stack that their files speak for.',
    operands: '[PROJECT…]',
    options: {
      all: { type: 'boolean', description: 'Every project that is an app.' },
      projects: {
        type: 'string[]',
        value: 'PATTERN',
        description: 'Every app that fits: tag:NAME, or a glob of names or folders.',
      },
      ...flagsOf(SETUP_OPTIONS),
      list: { type: 'boolean', description: 'Lists the stacks, and which of them are built and run in our tests.' },
      ...PLAN_FLAG,
      ...CONFIG_FLAG,
    },
    examples: [
      ['dockwarden setup', 'for the project of this folder: what is found, and the files for it'],
      ['dockwarden setup api', 'for a project by its name'],
      ['dockwarden setup api --base distroless --with postgres,redis', 'another base, and services in Compose'],
      ['dockwarden setup --projects "tag:type:service" --dry-run', 'what it would write for many'],
      ['dockwarden setup api --adopt', 'keeps the Dockerfile, adds what is missing, and lists findings'],
    ],
    notes: [
      'All files are written, or none. A file that says something else is left, and the difference shown; a second run changes nothing.',
      'Exit: 0 written or nothing to change, 1 a file says something else, 2 bad arguments or configuration, 3 a file cannot be read or written.',
    ],
  },
  run: runSetup,
};

async function runSetup({ operands, values, io }: Invocation): Promise<number> {
  if (values['list']) {
    const { listStacks } = await import('@dockwarden-internal/run/setup/list-stacks');
    await io.out(listStacks());
    return 0;
  }
  const patterns = (values['projects'] as readonly string[] | undefined) ?? [];
  const all = values['all'] === true;
  const given = valuesOf(SETUP_OPTIONS, values);
  if (given.adopt && given.force) return refuse(io, '--adopt keeps what is there and --force replaces it: take one');
  const lost = (['with', 'sidecar', 'network'] as const).find((name) => given[name] !== undefined);
  // A route that tells of health asks what the app depends on, which --with names.
  if (given.compose === false && lost && !(lost === 'with' && given.healthEndpoint))
    return refuse(io, `--${lost} is written into the Compose files, which --no-compose leaves out: take one`);
  const [{ setup }, { printSetup }, { SEVERAL_STACKS }] = await Promise.all([
    import('@dockwarden-internal/run/setup/setup'),
    import('@dockwarden-internal/run/setup/print-setup'),
    import('@dockwarden-internal/run/setup/plan-image'),
  ]);
  const dryRun = values['dry-run'] === true;
  const request = {
    cwd: io.cwd,
    choice: { named: operands, patterns, all },
    dryRun,
    ...configOf(values),
  };
  let outcome = await setup({ ...request, values: given });
  const [open] = outcome.diagnostics;
  if (operands.length === 1 && open?.code === SEVERAL_STACKS && io.ask) {
    const stack = await io.ask(`${open.message} ${open.hint ?? ''}\nstack: `);
    if (stack !== '') outcome = await setup({ ...request, values: { ...given, stack } });
  }
  const text = printSetup(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayProblems(outcome, io);
  if (outcome.lint) {
    const view = { io, colour: io.colour, quiet: false, verbose: false };
    await io.out(['\n', ...(await render({ format: 'pretty' }, outcome.lint, view))].join(''));
  }
  return outcome.exit;
}
