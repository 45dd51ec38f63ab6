import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const initCommand: Command = {
  spec: {
    name: 'init',
    summary:
      'Makes a workspace ready: the dependency, a configuration, and the tasks of Turborepo or scripts of the package manager.',
    operands: '',
    options: {
      'dry-run': { type: 'boolean', description: 'Prints what would be written as a diff and writes nothing.' },
      force: { type: 'boolean', description: 'Replaces scripts and tasks of our names that say something else.' },
    },
    examples: [
      ['npx dockwarden init', 'at the root of a Turborepo, of a workspace, or of one package'],
      ['dockwarden init --dry-run', 'what it would write'],
    ],
    notes: [
      'Nothing is installed: it says what to run. A second run changes nothing; in a Turborepo, dockwarden sync keeps the tasks in step.',
      'Exit: 0 written or nothing to change, 1 a script or task says something else and is left, 2 a file cannot be edited, or this is Nx (nx add @dockwarden/nx), 3 a file cannot be read or written.',
    ],
  },
  run: runInit,
};

async function runInit({ operands, values, io }: Invocation): Promise<number> {
  if (operands.length > 0) {
    await io.error(`dockwarden: init takes no ${JSON.stringify(operands[0])}\n`);
    return 2;
  }
  const [{ init }, { printInit }] = await Promise.all([
    import('@dockwarden-internal/run/init/init'),
    import('@dockwarden-internal/run/init/print-init'),
  ]);
  const dryRun = values['dry-run'] === true;
  const outcome = await init({ cwd: io.cwd, dryRun, force: values['force'] === true });
  const text = printInit(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayProblems(outcome, io);
  return outcome.exit;
}
