import { LOGS_OPTIONS } from '@dockwarden-internal/run/options/day-to-day-options';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { seatOf, tellOutcome } from '../output/day-outcome.ts';
import type { Command, Invocation } from './command.ts';
import { oneImage } from './one-image.ts';

export const logsCommand: Command = {
  spec: {
    name: 'logs',
    summary: 'Shows what the container of an image says, and goes on with it.',
    operands: 'IMAGE',
    options: flagsOf(LOGS_OPTIONS),
    examples: [
      ['dockwarden logs api', 'from the start, until Ctrl-C'],
      ['dockwarden logs api --tail 100 --since 10m', 'what is new'],
      ['dockwarden logs api --no-follow', 'what has been said'],
    ],
    notes: [
      'Containers are those of dockwarden run, and those of Compose files of the workspace; of several the newest that runs.',
      'Exit: 0 the container ended, 2 bad arguments or configuration, 3 no container or no engine, 130 interrupted.',
    ],
  },
  run: runLogs,
};

async function runLogs({ operands, values, io }: Invocation): Promise<number> {
  const asked = await oneImage('logs', operands, io, false);
  if (typeof asked === 'number') return asked;
  const [{ imageLogs }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/day-to-day/image-logs'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const request = { cwd: io.cwd, image: asked.image, surroundings: surroundingsOf(io.env), seat: seatOf(io) };
  return tellOutcome(await imageLogs({ ...request, values: valuesOf(LOGS_OPTIONS, values) }), io);
}
