import {
  AFFECTED_OPTIONS,
  BUILD_REQUEST_OPTIONS,
  BUILD_RUN_OPTIONS,
  IMAGE_SELECTION_OPTIONS,
} from '@dockwarden-internal/run/options/build-run-options';
import { COLOUR_FLAGS, colourOf, strayRef } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import type { FlagTable } from '../arguments/option-entry.ts';
import { readOutput } from '../arguments/read-output.ts';
import { buildProgress } from '../output/build-progress.ts';
import { refuse } from '../output/refuse.ts';
import type { Command, Invocation } from './command.ts';

const shownOptions: FlagTable = {
  format: { type: 'string', choices: ['pretty', 'json'], description: 'pretty (default) or json.' },
  quiet: { type: 'boolean', short: 'q', description: 'Prints nothing for images that are present.' },
  verbose: { type: 'boolean', description: 'Also every line that the builds print.' },
  ...COLOUR_FLAGS,
};

const sharedOptions: FlagTable = {
  ...flagsOf(IMAGE_SELECTION_OPTIONS),
  ...flagsOf(AFFECTED_OPTIONS),
  ...flagsOf(BUILD_RUN_OPTIONS),
  ...flagsOf(BUILD_REQUEST_OPTIONS),
};

const exits =
  'Exit: 0 every image is there, 1 a build or check failed, 2 bad arguments or configuration, 3 no engine, git or registry, 130 interrupted.';

export const buildCommand: Command = {
  spec: {
    name: 'build',
    summary: 'Builds images as far as they are not there: exact inputs, one session, labels from git.',
    operands: '[IMAGE…]',
    options: {
      ...sharedOptions,
      push: { type: 'boolean', description: 'Also brings them to their registry: the same as dockwarden push.' },
      output: {
        type: 'string',
        value: 'TYPE[=FOLDER]',
        description: 'oci, local or tar: into files below FOLDER (default: dist/docker) instead of the engine.',
      },
      ...shownOptions,
    },
    examples: [
      ['dockwarden build', 'every image of the workspace'],
      ['dockwarden build api web', 'these'],
      ['dockwarden build --affected --base origin/main --explain', 'what a change affects, and why'],
      ['dockwarden build api --dry-run', 'the Bake file of what would be built'],
      ['dockwarden build --refresh', 'renews bases and packages once'],
    ],
    notes: [
      'An image whose inputs have not changed is not built again: it is looked up by its key, checked, and tagged.',
      exits,
    ],
  },
  run: (invocation) => runBuild(invocation, invocation.values['push'] === true),
};

export const pushCommand: Command = {
  spec: {
    name: 'push',
    summary: 'Brings images to their registry, building what is not there; tags move when all of them have arrived.',
    operands: '[IMAGE…]',
    options: { ...sharedOptions, ...shownOptions },
    examples: [
      ['dockwarden push', 'every image of the workspace'],
      ['dockwarden push api --tag {version} --tag latest', 'one, by two tags'],
    ],
    notes: ['Nothing is pushed whose inputs differ from the commit that its labels name.', exits],
  },
  run: (invocation) => runBuild(invocation, true),
};

async function runBuild({ operands, values, io }: Invocation, push: boolean): Promise<number> {
  const [{ build }, { buildJson }, { printBuild }, { readBuildSettings }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/build/build'),
    import('@dockwarden-internal/run/build/build-json'),
    import('@dockwarden-internal/run/build/print-build'),
    import('@dockwarden-internal/run/options/build-settings'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const read = readBuildSettings(valuesOf(BUILD_REQUEST_OPTIONS, values));
  if ('fault' in read) return refuse(io, read.fault);
  const output = readOutput(values['output'] as string | undefined);
  if (output && 'fault' in output) return refuse(io, output.fault);
  const affected = valuesOf(AFFECTED_OPTIONS, values);
  const stray = strayRef(values);
  if (stray !== undefined) return refuse(io, stray);
  const { project, config } = valuesOf(IMAGE_SELECTION_OPTIONS, values);
  const { explain = false, ...how } = valuesOf(BUILD_RUN_OPTIONS, values);
  const json = values['format'] === 'json';
  const quiet = values['quiet'] === true;
  const progress = buildProgress(io, { quiet: quiet || how.dryRun === true, verbose: values['verbose'] === true });
  const outcome = await build({
    cwd: io.cwd,
    images: operands,
    settings: read.settings,
    push,
    ...how,
    ...(project && { projects: project }),
    ...(config !== undefined && { config }),
    ...(output && { output }),
    ...(affected.affected && { affected }),
    surroundings: surroundingsOf(io.env),
    signal: io.interruption(),
    onEvent: progress.onEvent,
  });
  progress.end();
  const color = colourOf(values, io);
  if (json) await io.out(buildJson(outcome, { cwd: io.cwd, version: io.version }));
  else {
    if (outcome.bake) await io.out(`${JSON.stringify(outcome.bake, undefined, 2)}\n`);
    const printing = { cwd: io.cwd, color, quiet, explain, ...(io.columns !== undefined && { width: io.columns }) };
    const text = printBuild(outcome, printing);
    // The Bake file is what a dry run is for: what is said beside it must not stand in it.
    await (outcome.bake ? io.error(text) : io.out(text));
  }
  return outcome.exitCode;
}
