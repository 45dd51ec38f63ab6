import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import { manifestBlock } from '../manifest-block.ts';
import type { NodeProject } from '../project/layout.ts';
import type { NodeImage } from './node-image.ts';
import { PRUNED } from './prune.ts';
import { managerRun } from './run-line.ts';

/**
 * The stage that the others are built on: Node, the package manager, lockfile and manifests. No source is in it, so that a change of sources
 * installs nothing.
 */
export function baseStage(image: NodeImage, from: string): Block {
  return [
    '# base has the lockfile and the manifests without sources: packages are installed anew only when those change.',
    `FROM ${from} AS base`,
    'WORKDIR /app',
    ...image.commands.setup,
    ...installFiles(image),
  ];
}

/** Everything that building, testing and developing take. */
export function dependenciesStage(image: NodeImage): Block {
  const { commands, project } = image;
  return [
    '# dependencies has all that building, testing and developing take.',
    'FROM base AS dependencies',
    ...(installsAnything(project) ? [managerRun(image, commands.install)] : []),
  ];
}

/** What the app runs with, in a stage of its own: nothing of development gets from here to what ships. */
export function productionStage(image: NodeImage): Block | undefined {
  const { commands, project } = image;
  const { command, deploy } = commands.production;
  if (deploy !== undefined)
    return [
      '# production-dependencies has the app, what it needs of the workspace and what both run with, in a folder of its own.',
      'FROM build AS production-dependencies',
      managerRun(image, command),
    ];
  if (!installsAnything(project)) return undefined;
  return [
    '# production-dependencies has what the app runs with: nothing of development gets from here into what ships.',
    'FROM base AS production-dependencies',
    managerRun(image, command),
  ];
}

export function installsAnything({ layout, manifest, manager }: NodeProject): boolean {
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const named = [dependencies, devDependencies, optionalDependencies].some((field) => Object.keys(field).length > 0);
  return named || (layout.kind !== 'alone' && manager.lockfile !== undefined);
}

/** COPY lines of lockfile and manifests, and what can be fetched by them. */
export function installFiles(image: NodeImage): string[] {
  const { commands, project, prefix = '' } = image;
  if (!installsAnything(project)) return [`COPY ${prefix}package.json ./`];
  if (project.layout.turbo !== undefined) return [`COPY --from=prune ${PRUNED}/json/ ./`, ...withoutPrepare(project)];
  return [
    `COPY ${['package.json', ...commands.files].map((name) => `${prefix}${name}`).join(' ')} ./`,
    ...commands.folders.map((folder) => `COPY ${prefix}${folder} ./${folder}`),
    ...(commands.fetch === undefined ? [] : [managerRun(image, commands.fetch)]),
    ...manifestBlock(project),
    ...withoutPrepare(project),
  ];
}

/** A `prepare` script sets up a working copy (husky) or builds: neither can be done before there are sources. */
function withoutPrepare({ layout, manifest, rootManifest, manager }: NodeProject): string[] {
  const { scripts } = layout.kind === 'alone' ? manifest : rootManifest;
  return scripts.prepare === undefined || manager.name === 'bun'
    ? []
    : ['# prepare sets up a working copy, or builds: there is neither one yet.', 'RUN npm pkg delete scripts.prepare'];
}
