import { RUN_OPTIONS } from '@dockwarden-internal/run/options/day-to-day-options';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { buildProgress } from '../output/build-progress.ts';
import { seatOf, tellOutcome } from '../output/day-outcome.ts';
import type { Command, Invocation } from './command.ts';
import { oneImage } from './one-image.ts';

const flags = flagsOf(RUN_OPTIONS);

export const runCommand: Command = {
  spec: {
    name: 'run',
    summary:
      'Runs an image as it will run, built first where it is missing: its user, its ports on this machine alone.',
    operands: 'IMAGE [-- ARGUMENT…]',
    options: {
      ...flags,
      port: { ...flags['port']!, short: 'p' },
      env: { ...flags['env']!, short: 'e' },
      interactive: { ...flags['interactive']!, short: 'i' },
      detach: { ...flags['detach']!, short: 'd' },
    },
    examples: [
      ['dockwarden run api', 'its ports on 127.0.0.1; Ctrl-C ends it, a second one at once'],
      ['dockwarden run api --env-file .env --port 8080:3000', 'with variables, on another port'],
      ['dockwarden run api --read-only', 'as a hardened deployment runs it'],
      ['dockwarden run api -- node --version', 'another command'],
    ],
    notes: [
      'The container is called after the image, and is gone when it ends; with --detach it stays until the next run.',
      'Exit: that of the container; 1 it runs already, or a build failed, 2 bad arguments or configuration, 3 no engine, or the container cannot start.',
    ],
  },
  run: runRun,
};

async function runRun({ operands, values, io }: Invocation): Promise<number> {
  const asked = await oneImage('run', operands, io, true);
  if (typeof asked === 'number') return asked;
  const [{ runImage }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/day-to-day/run-image'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const progress = buildProgress(io, { quiet: false, verbose: false });
  const outcome = await runImage({
    ...asked,
    cwd: io.cwd,
    values: valuesOf(RUN_OPTIONS, values),
    surroundings: surroundingsOf(io.env),
    seat: seatOf(io, progress.end),
    onEvent: progress.onEvent,
  });
  progress.end();
  return tellOutcome(outcome, io);
}
