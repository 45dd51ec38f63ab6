import type { Diagnostic } from '@dockwarden-internal/syntax';
import { NO_HEALTH_ROUTE } from '../../detect/health-route.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import { pathIn } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../patterns/artifact-stage.ts';
import { imageWord } from '../../patterns/extracted-folder.ts';
import { managerCommands } from '../node/manager/commands.ts';
import { allowOnly } from '../node/patterns/allow-list.ts';
import { plainNames } from '../node/plain-names.ts';
import type { NodeProject } from '../node/project/layout.ts';
import type { NodeVersion } from '../node/project/node-version.ts';
import { nxBuildTarget, nxTargets } from '../node/project/nx-targets.ts';
import { appFolder, buildCommands, sourceLines, testStage } from '../node/stages/build.ts';
import { baseStage, dependenciesStage } from '../node/stages/dependencies.ts';
import { developmentOf, developmentStage, type LiveReload } from '../node/stages/development.ts';
import {
  buildImage,
  type NodeImage,
  repositoryOf,
  runtimeProgram,
  userOf,
  versionArgument,
} from '../node/stages/node-image.ts';
import { fetchProbe } from '../node/stages/probe.ts';
import { pruneStage } from '../node/stages/prune.ts';
import { runtimeStage } from '../node/stages/runtime.ts';
import { type NextConfig, withStandalone } from './next-config.ts';

export interface NextDetails {
  readonly project: NodeProject;
  readonly version: NodeVersion;
  readonly config: NextConfig;
  readonly port: number;
  readonly healthPath?: string;
}

export function planNext(app: App, details: NextDetails, options: SetupOptions): StackPlan | Diagnostic {
  const { project, version, config } = details;
  const fault = plainNames(project) ?? byExecutor(app, project);
  if (fault) return fault;
  const image: NodeImage = {
    project,
    version,
    commands: managerCommands(project),
    options,
    base: options.base ?? 'slim',
  };
  const port = options.port ?? details.port;
  const path = options.healthPath ?? details.healthPath;
  const edited = withStandalone(app, config);
  const common = {
    context: project.layout.folder === '.' ? ('project' as const) : ('workspace' as const),
    ignore: ignoreText([{ why: 'Built anew in the image', patterns: ['**/.next', '**/out'] }]),
    files: edited ? [edited] : [],
  };
  if (options.pattern === 'artifact') {
    const blocks = [
      [versionArgument(image)],
      ...buildBlocks(image),
      artifactStage(app.project.name, copies(app, image, 'build', ''), repositoryOf(project)),
    ];
    const notes = [...configNotes(config, edited !== undefined), ARTIFACT_NOTE];
    return { ...common, dockerfile: dockerfileText(blocks), service: NO_SERVICE, notes };
  }
  const outside = options.build === 'outside';
  const runtime = runtimeStage(image, {
    copies: copies(app, image, outside ? undefined : 'build', '/app'),
    args: ['server.js'],
    environment: { NEXT_TELEMETRY_DISABLED: '1', HOSTNAME: '0.0.0.0', PORT: String(port) },
    port,
    probe: fetchProbe(runtimeProgram(image), port, path ?? '/', path === undefined),
    // The standalone server handles SIGTERM itself.
    needsInit: false,
  });
  const service = {
    port,
    ...(path !== undefined && { healthPath: path }),
    user: userOf(image),
    writable: ['/tmp', `${appFolder(project)}/.next/cache`],
    environment: {},
  };
  const notes = [...configNotes(config, edited !== undefined), ...healthNotes(path)];
  if (outside) {
    const blocks = [[versionArgument(image)], runtime];
    const before = `Build ${app.project.name} before its image, on the platform of the image, whose native packages the server takes along: dockwarden build --trust-generated takes it as it is.`;
    // The server's own packages are part of it.
    const ignore = allowOnly(blocks, ['**/.env', '**/.env.*', '**/.npmrc']);
    return { ...common, ignore, dockerfile: dockerfileText(blocks), service, notes: [...notes, before] };
  }
  const live = liveReload(port);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image)],
    ...buildBlocks(image),
    testStage(image, true),
    developmentStage(image, live),
    runtime,
  ];
  const development = developmentOf(image, live, path);
  return { ...common, dockerfile: dockerfileText(blocks), service: { ...service, development }, notes };
}

function buildBlocks(image: NodeImage): (Block | undefined)[] {
  const from = buildImage(image);
  return [pruneStage(image, from), baseStage(image, from), dependenciesStage(image), buildStage(image)];
}

/** `next build` keeps what it can use again in `.next/cache`. Source: Next.js documentation, "CI build caching". */
function buildStage(image: NodeImage): Block {
  const { project } = image;
  return [
    "# build keeps the compiler's cache from one build to the next.",
    'FROM dependencies AS build',
    ...sourceLines(project),
    'ENV NEXT_TELEMETRY_DISABLED=1',
    // Without an id all apps that lie at the same path in their images would share it.
    `RUN --mount=type=cache,id=next-${imageWord(project.app.project.name)},target=${appFolder(project)}/.next/cache \\\n    ${buildCommands(image, 'build').join(' && \\\n    ')}`,
  ];
}

/**
 * The server with what it was found to need, laid out as in the workspace below `to`; what a browser fetches is not part of it. `from`: stage that
 * has built it, else the context.
 */
function copies(app: App, { project }: NodeImage, from: 'build' | undefined, to: string): string[] {
  const { folder } = project.layout;
  const built = from === undefined ? '' : `--from=${from} ${appFolder(project)}/`;
  const place = from === undefined && folder !== '.' ? `${folder}/` : built;
  const hasPublic = app.fs.kind(pathIn(app, 'public')) === 'directory';
  const within = to === '' ? `/${folder === '.' ? '' : `${folder}/`}` : './';
  return [
    `COPY ${place}.next/standalone ${to === '' ? '/' : to}`,
    `COPY ${place}.next/static ${within}.next/static`,
    ...(hasPublic ? [`COPY ${place}public ${within}public`] : []),
  ];
}

function liveReload(port: number): LiveReload {
  return {
    command: ['npx', 'next', 'dev', '--hostname', '0.0.0.0', '--port', String(port)],
    port,
    environment: { NEXT_TELEMETRY_DISABLED: '1' },
    written: ['.next'],
    debug: false,
  };
}

function configNotes({ path, output }: NextConfig, edited: boolean): string[] {
  if (edited)
    return [`output: 'standalone' is set in ${path ?? 'next.config.mjs'}: the image runs what the build traces out.`];
  return output === 'standalone'
    ? []
    : [`Set output: 'standalone' in ${path}: the image runs what the build traces out.`];
}

function healthNotes(path: string | undefined): string[] {
  return path === undefined ? [NO_HEALTH_ROUTE] : [];
}

/** The executor writes a tree that is not what `next build` writes, with a package.json of its own. */
function byExecutor(app: App, { layout }: NodeProject): Diagnostic | undefined {
  const { executor } = nxBuildTarget(nxTargets(app));
  if (layout.kind !== 'integrated' || executor === undefined || !/^@n[rx]\w*\/next:build$/.test(executor))
    return undefined;
  return {
    code: 'setup/next-by-executor',
    message: `${app.project.name} is built by ${executor}, which writes no standalone server where Next.js does.`,
    hint: 'Take the target build out of project.json, so that Nx infers next build from next.config by @nx/next/plugin.',
    path: pathIn(app, 'project.json'),
    exit: 2,
  };
}
