import { IMAGE_SELECTION_OPTIONS } from '@dockwarden-internal/run/options/build-run-options';
import { COLOUR_FLAGS, colourOf } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';

export const sizesCommand: Command = {
  spec: {
    name: 'sizes',
    summary: 'Weighs images layer by layer: which instruction takes what, against the budget and the build before.',
    operands: '[IMAGE…]',
    options: {
      ...flagsOf(IMAGE_SELECTION_OPTIONS),
      format: { type: 'string', choices: ['table', 'json'], description: 'table (default) or json.' },
      ...COLOUR_FLAGS,
    },
    examples: [
      ['dockwarden sizes', 'every image, the largest first'],
      ['dockwarden sizes api --format json', 'one, for programs'],
    ],
    notes: [
      'Sizes are those of unpacked layers, of images as they were last built.',
      'Exit: 0 within every budget, 1 beyond one, 2 bad arguments or configuration, 3 not built, or no engine.',
    ],
  },
  run: sizes,
};

async function sizes({ operands, values, io }: Invocation): Promise<number> {
  const [{ imageSizes }, { printSizes }, { sizesJson }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/sizes/image-sizes'),
    import('@dockwarden-internal/run/sizes/print-sizes'),
    import('@dockwarden-internal/run/sizes/sizes-json'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const { project, config } = valuesOf(IMAGE_SELECTION_OPTIONS, values);
  const found = await imageSizes({
    cwd: io.cwd,
    images: operands,
    ...(project && { projects: project }),
    ...(config !== undefined && { config }),
    surroundings: surroundingsOf(io.env),
    signal: io.interruption(),
  });
  if (values['format'] === 'json') {
    await io.out(sizesJson(found));
    return found.exitCode;
  }
  const color = colourOf(values, io);
  await io.out(printSizes(found, { color, ...(io.columns !== undefined && { width: io.columns }) }));
  await sayProblems(found, io);
  return found.exitCode;
}
