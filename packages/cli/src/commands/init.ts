import type { Editor } from '@dockwarden-internal/scaffold';
import { PLAN_FLAG } from '../arguments/common-flags.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const initCommand: Command = {
  spec: {
    name: 'init',
    summary:
      'Makes a workspace ready: the dependency, a configuration, and the tasks of Turborepo or scripts of the package manager.',
    operands: '',
    options: {
      ...PLAN_FLAG,
      editor: {
        type: 'string[]',
        value: 'NAME',
        choices: ['vscode', 'jetbrains'],
        description: 'Only the settings by which an editor completes and checks our files: vscode, jetbrains.',
      },
      force: { type: 'boolean', description: 'Replaces scripts and tasks of our names that say something else.' },
    },
    examples: [
      ['npx dockwarden init', 'at the root of a Turborepo, of a workspace, or of one package'],
      ['dockwarden init --dry-run', 'what it would write'],
      ['dockwarden init --editor vscode', 'JSON Schemas for dockwarden.yaml, policies, packs and waivers; also in Nx'],
    ],
    notes: [
      'Nothing is installed: it says what to run. A second run changes nothing; in a Turborepo, dockwarden sync keeps the tasks in step.',
      'Exit: 0 written or nothing to change, 1 a script or task says something else and is left, 2 a file cannot be edited, or this is Nx (nx add @dockwarden/nx), 3 a file cannot be read or written.',
    ],
  },
  run: runInit,
};

async function runInit({ values, io }: Invocation): Promise<number> {
  const [{ init }, { initEditor }, { printInit }] = await Promise.all([
    import('@dockwarden-internal/run/init/init'),
    import('@dockwarden-internal/run/init/init-editor'),
    import('@dockwarden-internal/run/init/print-init'),
  ]);
  const dryRun = values['dry-run'] === true;
  const editors = values['editor'] as readonly Editor[] | undefined;
  const outcome = editors
    ? await initEditor({ cwd: io.cwd, dryRun, editors })
    : await init({ cwd: io.cwd, dryRun, force: values['force'] === true });
  const text = printInit(outcome, { cwd: io.cwd, color: io.colour, dryRun });
  await (outcome.exit === 0 ? io.out(text) : io.error(text));
  await sayProblems(outcome, io);
  return outcome.exit;
}
