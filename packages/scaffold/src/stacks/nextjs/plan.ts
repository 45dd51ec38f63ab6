import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import { pathIn } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { managerCommands } from '../node/manager/commands.ts';
import { plainNames } from '../node/plain-names.ts';
import { unfitOption } from '../node/plain-options.ts';
import type { NodeProject } from '../node/project/layout.ts';
import type { NodeVersion } from '../node/project/node-version.ts';
import { appFolder, buildCommands, sourceLines, testStage } from '../node/stages/build.ts';
import { baseStage, dependenciesStage } from '../node/stages/dependencies.ts';
import { developmentOf, developmentStage, type LiveReload } from '../node/stages/development.ts';
import { buildImage, type NodeImage, runtimeProgram, userOf, versionArgument } from '../node/stages/node-image.ts';
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
  const fault = unfitOption(options) ?? plainNames(project);
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
  const live = liveReload(port);
  const edited = withStandalone(app, config);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image)],
    pruneStage(image, buildImage(image)),
    baseStage(image, buildImage(image)),
    dependenciesStage(image),
    buildStage(image),
    testStage(image, true),
    developmentStage(image, live),
    runtimeStage(image, {
      copies: copies(app, image),
      args: ['server.js'],
      environment: { NEXT_TELEMETRY_DISABLED: '1', HOSTNAME: '0.0.0.0', PORT: String(port) },
      port,
      probe: fetchProbe(runtimeProgram(image), port, path ?? '/', path === undefined),
      // The standalone server handles SIGTERM itself.
      needsInit: false,
    }),
  ];
  return {
    dockerfile: dockerfileText(blocks),
    context: project.layout.kind === 'alone' ? 'project' : 'workspace',
    ignore: ignoreText([{ why: 'Built anew in the image', patterns: ['**/.next', '**/out'] }]),
    service: {
      port,
      ...(path !== undefined && { healthPath: path }),
      user: userOf(image),
      writable: ['/tmp', `${appFolder(project)}/.next/cache`],
      environment: {},
      development: developmentOf(image, live, path),
    },
    files: edited ? [edited] : [],
    notes: notes(config, edited !== undefined, path),
  };
}

/** `next build` keeps what it can use again in `.next/cache`. Source: Next.js documentation, "CI build caching". */
function buildStage(image: NodeImage): Block {
  const { project } = image;
  return [
    'FROM dependencies AS build',
    ...sourceLines(project),
    'ENV NEXT_TELEMETRY_DISABLED=1',
    `RUN --mount=type=cache,target=${appFolder(project)}/.next/cache \\\n    ${buildCommands(image, 'build').join(' && \\\n    ')}`,
  ];
}

/** The server with what it was found to need, laid out as in the workspace; what a browser fetches is not part of it. */
function copies(app: App, { project }: NodeImage): string[] {
  const built = appFolder(project);
  const hasPublic = app.fs.kind(pathIn(app, 'public')) === 'directory';
  return [
    `COPY --from=build ${built}/.next/standalone /app`,
    `COPY --from=build ${built}/.next/static ./.next/static`,
    ...(hasPublic ? [`COPY --from=build ${built}/public ./public`] : []),
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

function notes({ path, output }: NextConfig, edited: boolean, health: string | undefined): string[] {
  const found: string[] = [];
  if (edited)
    found.push(
      `output: 'standalone' is set in ${path ?? 'next.config.mjs'}: the image runs what the build traces out.`,
    );
  else if (output !== 'standalone')
    found.push(`Set output: 'standalone' in ${path}: the image runs what the build traces out.`);
  if (health === undefined)
    found.push('No health route was found: any answer of / below 500 counts as well. --health-endpoint adds a route.');
  return found;
}
