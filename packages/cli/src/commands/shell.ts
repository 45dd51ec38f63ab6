import { SHELL_OPTIONS } from '@dockwarden-internal/run/options/day-to-day-options';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { buildProgress } from '../output/build-progress.ts';
import { seatOf, tellOutcome } from '../output/day-outcome.ts';
import type { Command, Invocation } from './command.ts';
import { oneImage } from './one-image.ts';

const flags = flagsOf(SHELL_OPTIONS);

export const shellCommand: Command = {
  spec: {
    name: 'shell',
    summary: 'Opens a shell in the container of an image that runs, else in a fresh one; a toolbox where it has none.',
    operands: 'IMAGE [-- COMMAND…]',
    options: { ...flags, user: { ...flags['user']!, short: 'u' }, env: { ...flags['env']!, short: 'e' } },
    examples: [
      ['dockwarden shell api', 'bash, or sh'],
      ['dockwarden shell api -- ls -l /app', 'one command instead'],
      ['dockwarden shell api --toolbox busybox', 'for an image without a shell; its files are under /proc/1/root'],
    ],
    notes: [
      'Containers are those of dockwarden run, and those of Compose files of the workspace.',
      'Exit: that of the shell; 1 the image has none, 2 bad arguments or configuration, 3 no engine.',
    ],
  },
  run: runShell,
};

async function runShell({ operands, values, io }: Invocation): Promise<number> {
  const asked = await oneImage('shell', operands, io, true);
  if (typeof asked === 'number') return asked;
  const [{ shellImage }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/day-to-day/shell-image'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const progress = buildProgress(io, { quiet: false, verbose: false });
  const outcome = await shellImage({
    ...asked,
    cwd: io.cwd,
    values: valuesOf(SHELL_OPTIONS, values),
    surroundings: surroundingsOf(io.env),
    seat: seatOf(io, progress.end),
    onEvent: progress.onEvent,
  });
  progress.end();
  return tellOutcome(outcome, io);
}
