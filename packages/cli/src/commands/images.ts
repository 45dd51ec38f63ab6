import { AFFECTED_OPTIONS, IMAGE_SELECTION_OPTIONS } from '@dockwarden-internal/run/options/build-run-options';
import { configOf, strayRef } from '../arguments/common-flags.ts';
import { flagsOf, valuesOf } from '../arguments/flags-of.ts';
import { refuse } from '../output/refuse.ts';
import { sayNotes } from '../output/say-notes.ts';
import { sayProblems } from '../output/say-problems.ts';
import type { Command, Invocation } from './command.ts';
import { oneImage } from './one-image.ts';

const { config } = flagsOf({ config: IMAGE_SELECTION_OPTIONS.config });

export const imagesCommand: Command = {
  spec: {
    name: 'images',
    summary: 'Lists the images of the workspace: Dockerfile, stage, context, tags, and what says so.',
    operands: '',
    instead: 'dockwarden inputs IMAGE explains one',
    options: {
      config: config!,
      ...flagsOf(AFFECTED_OPTIONS),
      format: { type: 'string', choices: ['table', 'json'], description: 'table (default) or json.' },
    },
    examples: [
      ['dockwarden images', 'every image, and why it is one'],
      ['dockwarden images --affected --base origin/main', 'those that a change affects, and which files do'],
      ['dockwarden images --affected --format json', 'in CI: what a matrix of jobs is made of'],
    ],
  },
  run: images,
};

export const inputsCommand: Command = {
  spec: {
    name: 'inputs',
    summary:
      'Prints what an image is built from: files and the lines that read them, references, and what no key covers.',
    operands: 'IMAGE',
    options: {
      config: config!,
      format: { type: 'string', choices: ['tree', 'json'], description: 'tree (default) or json.' },
    },
    examples: [
      ['dockwarden inputs api', 'the files, the key, and why they are what they are'],
      ['dockwarden inputs api --format json', 'the same for programs'],
    ],
  },
  run: (invocation) => explain(invocation, 'inputs'),
};

export const labelsCommand: Command = {
  spec: {
    name: 'labels',
    summary: 'Prints what an image is labelled with: commit, date, source, version, base.',
    operands: 'IMAGE',
    options: {
      config: config!,
      format: { type: 'string', choices: ['tree', 'json'], description: 'tree (default) or json.' },
    },
    examples: [['dockwarden labels api', 'the labels that a build of it would have now']],
  },
  run: (invocation) => explain(invocation, 'labels'),
};

async function images({ values, io }: Invocation): Promise<number> {
  const { affected, ...refs } = valuesOf(AFFECTED_OPTIONS, values);
  const stray = strayRef(values);
  if (stray !== undefined) return refuse(io, stray);
  const [{ listImages }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/build/list-images'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const listed = await listImages({
    cwd: io.cwd,
    format: values['format'] === 'json' ? 'json' : 'table',
    surroundings: surroundingsOf(io.env),
    ...(affected && { affected: refs }),
    ...configOf(values),
  });
  if (listed.text !== undefined) await io.out(listed.text);
  await sayNotes(listed.notes, io);
  return sayProblems(listed, io);
}

async function explain({ operands, values, io }: Invocation, what: 'inputs' | 'labels'): Promise<number> {
  const asked = await oneImage(what, operands, io, false);
  if (typeof asked === 'number') return asked;
  const [{ explainInputs, explainLabels }, { surroundingsOf }] = await Promise.all([
    import('@dockwarden-internal/run/build/explain-image'),
    import('@dockwarden-internal/run/build/surroundings'),
  ]);
  const explained = await (what === 'inputs' ? explainInputs : explainLabels)({
    cwd: io.cwd,
    image: asked.image,
    format: values['format'] === 'json' ? 'json' : 'tree',
    surroundings: surroundingsOf(io.env),
    ...configOf(values),
  });
  if (explained.text !== undefined) await io.out(explained.text);
  return sayProblems(explained, io);
}
