import { INSPECT_OPTIONS } from '@dockwarden-internal/run/options/day-to-day-options';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { tellOutcome } from '../output/day-outcome.ts';
import type { Command, Invocation } from './command.ts';
import { oneImage } from './one-image.ts';

export const inspectCommand: Command = {
  spec: {
    name: 'inspect',
    summary: 'Shows what an image is: user, ports, environment, labels, layers, and how its containers are.',
    operands: 'IMAGE',
    options: flagsOf(INSPECT_OPTIONS),
    examples: [
      ['dockwarden inspect api', 'the image as it was last built'],
      ['dockwarden inspect api --format json', 'the same for programs'],
    ],
    notes: [
      'Values that look like secrets are masked.',
      'Exit: 0 shown, 2 bad arguments or configuration, 3 not built, or no engine.',
    ],
  },
  run: runInspect,
};

async function runInspect({ operands, values, io }: Invocation): Promise<number> {
  const asked = await oneImage('inspect', operands, io, false);
  if (typeof asked === 'number') return asked;
  const [{ inspectImage }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/day-to-day/inspect-image'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const outcome = await inspectImage({
    cwd: io.cwd,
    image: asked.image,
    surroundings: surroundingsOf(io.env),
    values: valuesOf(INSPECT_OPTIONS, values),
    color: io.colour,
    ...(io.columns !== undefined && { width: io.columns }),
  });
  return tellOutcome(outcome, io);
}
