import type { Block } from '../../../dockerfile/dockerfile-text.ts';
import { managerCommands } from '../manager/commands.ts';
import type { NxBuild } from '../project/nx-build.ts';
import { buildStage } from './build.ts';
import { installFiles } from './dependencies.ts';
import type { NodeImage } from './node-image.ts';
import { managerRun } from './run-line.ts';

/** Node and the package manager: what builds has the packages of the workspace, and what ships those of the app. */
export function nxBase(image: NodeImage, from: string): Block {
  return [
    '# base has no packages: what builds and what ships have lists of their own.',
    `FROM ${from} AS base`,
    'WORKDIR /app',
    ...image.commands.setup,
  ];
}

/** The stages that build by Nx. */
export function nxBuildStages(image: NodeImage, nx: NxBuild): Block[] {
  return [
    [
      '# dependencies has the packages of the whole workspace: Nx builds with them.',
      'FROM base AS dependencies',
      ...installFiles(image),
      managerRun(image, image.commands.install),
    ],
    buildStage(image, nx.target),
  ];
}

/** What the app runs with, by the files that its build wrote or by those of the root. `place`: where the build's output lies. */
export function nxPackagesStage(image: NodeImage, { packages }: NxBuild, place: string, from?: 'build'): Block {
  const { project } = image;
  const alone = { ...project, layout: { ...project.layout, kind: 'alone' as const } };
  const commands = managerCommands(alone, false);
  const lockfile = project.manager.lockfile?.split('/').at(-1) ?? 'package-lock.json';
  const copy = from === undefined ? 'COPY' : `COPY --from=${from}`;
  const files = {
    pruned: [`${copy} ${place}/package.json ${place}/${lockfile} ./`],
    // Its package.json names packages of the workspace by the folders that lie beside it.
    whole: [`${copy} ${place} ./`],
    root: installFiles({ ...image, project: alone, commands }),
    bundled: [],
  }[packages];
  return [
    WHY[packages],
    'FROM base AS production-dependencies',
    ...files,
    managerRun({ ...image, commands }, commands.production.command),
  ];
}

const WHY = {
  pruned:
    '# production-dependencies has the packages that Nx found the app to need, by the lockfile that it wrote for them.',
  whole:
    '# production-dependencies has the packages that Nx found the app to need, by the lockfile that it wrote for them.',
  root: '# production-dependencies has the packages of the whole workspace, but for those of development.',
  bundled: '',
};
