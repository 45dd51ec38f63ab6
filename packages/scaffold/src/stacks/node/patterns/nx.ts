import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../../dockerfile/ignore-text.ts';
import { unplainPath } from '../../../dockerfile/plain-path.ts';
import { pathIn } from '../../../model/app.ts';
import type { StackPlan } from '../../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../../patterns/artifact-stage.ts';
import { extractedFolder, extractFirst } from '../../../patterns/extracted-folder.ts';
import type { NxBuild } from '../project/nx-build.ts';
import { PARTIAL_WORKSPACE } from '../stages/build.ts';
import { developmentStage, type LiveReload } from '../stages/development.ts';
import { initStage } from '../stages/init.ts';
import { buildImage, repositoryOf, versionArgument } from '../stages/node-image.ts';
import { nxBase, nxBuildStages, nxPackagesStage } from '../stages/nx-stages.ts';
import { runtimeStage } from '../stages/runtime.ts';
import { allowOnly } from './allow-list.ts';
import { runtimeOf, type Server, serverPlan } from './server.ts';
import { planSingle } from './single.ts';

/**
 * An app of an integrated Nx workspace: `nx build` writes what runs, with a package.json and a lockfile of just the packages that it needs. Inside,
 * the image builds by Nx; outside, the task graph has done so.
 */
export function planNx(server: Server, nx: NxBuild): StackPlan | Diagnostic {
  const { app, image, start } = server;
  const fault = unplainPath([nx.output, nx.entry, app.project.name]);
  if (fault) return fault;
  switch (image.options.pattern) {
    case 'single': {
      const entry = `${nx.output}/${nx.entry}`;
      return planSingle({ ...server, start: { ...start, args: [entry], entry } }, '/app');
    }
    case 'artifact':
      return {
        dockerfile: dockerfileText(artifactBlocks(server, nx)),
        context: image.project.layout.folder === '.' ? 'project' : 'workspace',
        ignore: BUILDING,
        service: NO_SERVICE,
        files: [],
        notes: [ARTIFACT_NOTE],
      };
    case 'builder':
      return planBuilder(server, nx);
    case 'multi':
      return image.options.build === 'outside' ? planPacking(server, nx) : planBuilding(server, nx);
  }
}

const BUILDING = ignoreText([{ why: 'Built anew in the image', patterns: ['**/dist', 'tmp'] }]);

function planBuilding(server: Server, nx: NxBuild): StackPlan {
  const { image } = server;
  const live = liveReload(server, nx);
  const blocks = [
    [versionArgument(image)],
    nxBase(image, buildImage(image)),
    ...nxBuildStages(image, nx),
    live && developmentStage(image, live),
    ...packedBlocks(server, nx, `/app/${nx.output}`, 'build'),
  ];
  return serverPlan(server, {
    blocks,

    ignore: BUILDING,
    live,
    notes: packageNotes(server, nx),
  });
}

function planPacking(server: Server, nx: NxBuild): StackPlan {
  const blocks = packingBlocks(server, nx, nx.output);
  const notes = [
    `nx ${nx.target} ${server.app.project.name} comes before the image, which packs ${nx.output}: dockwarden build --trust-generated takes it as it is.`,
    ...packageNotes(server, nx),
  ];
  return serverPlan(server, { blocks, ignore: allowOnly(blocks), notes });
}

function planBuilder(server: Server, nx: NxBuild): StackPlan {
  const { app } = server;
  const { name } = app.project;
  const folder = extractedFolder(name);
  const blocks = packingBlocks(server, nx, folder);
  return serverPlan(server, {
    blocks,

    ignore: allowOnly(blocks),
    files: [
      { path: pathIn(app, 'Dockerfile.build'), text: dockerfileText(artifactBlocks(server, nx)) },
      { path: pathIn(app, 'Dockerfile.build.dockerignore'), text: BUILDING },
    ],
    notes: [extractFirst(name), ...packageNotes(server, nx)],
  });
}

function artifactBlocks({ app, image }: Server, nx: NxBuild): Block[] {
  return [
    [versionArgument(image)],
    nxBase(image, buildImage(image)),
    ...nxBuildStages(image, nx),
    artifactStage(app.project.name, [`COPY --from=build /app/${nx.output} /`], repositoryOf(image.project)),
  ];
}

function packingBlocks(server: Server, nx: NxBuild, place: string) {
  const { image } = server;
  return [[versionArgument(image)], nxBase(image, buildImage(image)), ...packedBlocks(server, nx, place)];
}

/** What packs the output of a build, which lies in a stage or in the context. */
function packedBlocks(server: Server, nx: NxBuild, place: string, from?: 'build'): (Block | undefined)[] {
  const { image } = server;
  const bundled = nx.packages === 'bundled';
  const copies = [
    ...(bundled ? [] : ['COPY --from=production-dependencies /app /app']),
    `COPY ${from === undefined ? '' : `--from=${from} `}${place} ./`,
  ];
  return [
    bundled ? undefined : nxPackagesStage(image, nx, place, from),
    server.details.stops ? undefined : initStage(image, buildImage(image)),
    runtimeStage(image, runtimeOf(server, nx.packages === 'whole' ? copies.slice(0, 1) : copies, '/app')),
  ];
}

function liveReload({ app, port, details }: Server, { output, targets }: NxBuild): LiveReload | undefined {
  const serve = ['serve', 'dev'].find((name) => targets.includes(name));
  if (serve === undefined) return undefined;
  const environment: Record<string, string> = details.listening.byVariable ? { PORT: String(port) } : {};
  const written = ['.nx', 'tmp', output];
  return {
    command: ['npx', 'nx', serve, app.project.name, PARTIAL_WORKSPACE],
    port,
    environment,
    written,
    debug: false,
    folder: '/app',
  };
}

function packageNotes({ app }: Server, { packages }: NxBuild): string[] {
  const { name } = app.project;
  return packages === 'root'
    ? [
        `The image has the packages of the whole workspace: with generatePackageJson: true in the options of ${name}:build it has those of ${name}.`,
      ]
    : [];
}
