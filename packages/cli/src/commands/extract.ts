import {
  AFFECTED_OPTIONS,
  BUILD_REQUEST_OPTIONS,
  BUILD_RUN_OPTIONS,
  IMAGE_SELECTION_OPTIONS,
} from '@dockwarden-internal/run/options/build-run-options';
import { COLOUR_FLAGS, colourOf, strayRef } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { buildProgress } from '../output/build-progress.ts';
import { refuse } from '../output/refuse.ts';
import type { Command, Invocation } from './command.ts';

const { explain: _, requireLookup: __, summary: _ofBuilds, ...howOptions } = BUILD_RUN_OPTIONS;
/** What goes to a registry with an image has no place beside its files. */
const { provenance: ___, sbom: ____, ...requestOptions } = BUILD_REQUEST_OPTIONS;

export const extractCommand: Command = {
  spec: {
    name: 'extract',
    summary: 'Writes the files of images to folders: a site or a program that is built in a container.',
    operands: '[IMAGE…]',
    options: {
      ...flagsOf(IMAGE_SELECTION_OPTIONS),
      target: { type: 'string', value: 'STAGE', description: 'Stage whose files are taken (default: the last one).' },
      to: {
        type: 'string',
        value: 'FOLDER',
        description: 'Folder of the one image that is named, else the one above (default: dist/docker/<image>/files).',
      },
      ...flagsOf(AFFECTED_OPTIONS),
      ...flagsOf(howOptions),
      ...flagsOf(requestOptions),
      format: { type: 'string', choices: ['pretty', 'json'], description: 'pretty (default) or json.' },
      quiet: { type: 'boolean', short: 'q', description: 'Prints nothing for folders that are there already.' },
      verbose: { type: 'boolean', description: 'Also every line that the builds print.' },
      ...COLOUR_FLAGS,
    },
    examples: [
      ['dockwarden extract site', 'the files of its last stage, in dist/docker/site/files'],
      ['dockwarden extract api --target binaries --to bin', 'those of one stage, in ./bin'],
    ],
    notes: [
      'A folder that the same inputs made is left alone; one that no extraction made is never replaced.',
      'Exit: 0 every folder is there, 1 a build failed, 2 bad arguments, configuration or place, 3 no engine or git, 130 interrupted.',
    ],
  },
  run: extract,
};

async function extract({ operands, values, io }: Invocation): Promise<number> {
  const [{ extractImages }, { extractJson }, { printExtract }, { readBuildSettings }, { surroundingsOf }] =
    await Promise.all([
      import('@dockwarden-internal/run/extract/extract-images'),
      import('@dockwarden-internal/run/extract/extract-json'),
      import('@dockwarden-internal/run/extract/print-extract'),
      import('@dockwarden-internal/run/options/build-settings'),
      import('@dockwarden-internal/run/build/surroundings'),
    ]);
  const read = readBuildSettings(valuesOf(requestOptions, values));
  if ('fault' in read) return refuse(io, read.fault);
  const affected = valuesOf(AFFECTED_OPTIONS, values);
  const stray = strayRef(values);
  if (stray !== undefined) return refuse(io, stray);
  for (const name of ['to', 'target']) if (values[name] === '') return refuse(io, `--${name} needs a name`);
  const { project, config } = valuesOf(IMAGE_SELECTION_OPTIONS, values);
  const how = valuesOf(howOptions, values);
  const quiet = values['quiet'] === true;
  const progress = buildProgress(io, { quiet: quiet || how.dryRun === true, verbose: values['verbose'] === true });
  const outcome = await extractImages({
    cwd: io.cwd,
    images: operands,
    settings: read.settings,
    ...how,
    ...(project && { projects: project }),
    ...(config !== undefined && { config }),
    ...(values['target'] !== undefined && { target: values['target'] as string }),
    ...(values['to'] !== undefined && { to: values['to'] as string }),
    ...(affected.affected && { affected }),
    surroundings: surroundingsOf(io.env),
    signal: io.interruption(),
    onEvent: progress.onEvent,
  });
  progress.end();
  if (values['format'] === 'json') {
    await io.out(extractJson(outcome));
    return outcome.exitCode;
  }
  const color = colourOf(values, io);
  const bake = outcome.built?.bake;
  if (bake) await io.out(`${JSON.stringify(bake, undefined, 2)}\n`);
  const printing = { cwd: io.cwd, color, quiet, ...(io.columns !== undefined && { width: io.columns }) };
  const text = printExtract(outcome, printing);
  // The Bake file is what a dry run is for: what is said beside it must not stand in it.
  await (bake ? io.error(text) : io.out(text));
  return outcome.exitCode;
}
