import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import type { NodeDetails } from './details.ts';
import { managerCommands } from './manager/commands.ts';
import { plainNames } from './plain-names.ts';
import { unfitOption } from './plain-options.ts';
import { watchCommand } from './sources/live-reload.ts';
import { assetFolders, sourceEntries } from './sources/runtime-entries.ts';
import type { StartCommand } from './sources/start-command.ts';
import { buildStage, testStage } from './stages/build.ts';
import { runtimeCopies, runtimeFolder, type Shipped } from './stages/copies.ts';
import { baseStage, dependenciesStage, productionStage } from './stages/dependencies.ts';
import { developmentOf, developmentStage, type LiveReload } from './stages/development.ts';
import { initStage } from './stages/init.ts';
import { buildImage, type NodeImage, runtimeProgram, userOf, versionArgument } from './stages/node-image.ts';
import { fetchProbe } from './stages/probe.ts';
import { pruneStage } from './stages/prune.ts';
import { runtimeStage } from './stages/runtime.ts';

export function planNode(app: App, details: NodeDetails, options: SetupOptions): StackPlan | Diagnostic {
  const { project, start } = details;
  const fault = unfitOption(options) ?? plainNames(project) ?? (start ? undefined : noStart(app));
  if (fault) return fault;
  const image: NodeImage = {
    project,
    version: details.version,
    commands: managerCommands(project),
    options,
    base: options.base ?? 'slim',
  };
  return planServer(app, image, details, start!);
}

function planServer(app: App, image: NodeImage, details: NodeDetails, start: StartCommand): StackPlan {
  const { project, options } = image;
  const port = options.port ?? details.listening.port;
  const path = options.healthPath ?? details.healthPath;
  const program = runtimeProgram(image);
  const builds = needsBuild(image, details);
  const live = liveReload(app, image, details, start, port);
  const from = buildImage(image);
  const test = testStage(image, builds);
  const blocks: (Block | undefined)[] = [
    [versionArgument(image)],
    pruneStage(image, from),
    baseStage(image, from),
    builds || test || live ? dependenciesStage(image) : undefined,
    builds ? buildStage(image, details.build?.script) : undefined,
    test,
    live && developmentStage(image, live),
    productionStage(image),
    details.stops ? undefined : initStage(image, from),
    runtimeStage(image, {
      copies: runtimeCopies(image, shippedOf(app, details, start)),
      args: start.args,
      environment: { ...start.environment, ...(details.listening.byVariable && { PORT: String(port) }) },
      port,
      probe: fetchProbe(program, port, path ?? '/', path === undefined),
      needsInit: !details.stops,
      workdir: runtimeFolder(image),
    }),
  ];
  return {
    dockerfile: dockerfileText(blocks),
    context: project.layout.kind === 'alone' ? 'project' : 'workspace',
    ignore: ignoreText([{ why: 'Built anew in the image', patterns: builtFolders(details) }]),
    service: {
      port,
      ...(path !== undefined && { healthPath: path }),
      user: userOf(image),
      writable: ['/tmp'],
      environment: {},
      ...(live && { development: developmentOf(image, live, path) }),
    },
    files: [],
    notes: notes(details, options, path),
  };
}

/** Sources are copied to a stage of their own where something is built in it, or taken from it. */
function needsBuild({ commands, project }: NodeImage, { build }: NodeDetails): boolean {
  return build !== undefined || commands.production.deploy !== undefined || project.layout.libraries.length > 0;
}

function shippedOf(app: App, { build }: NodeDetails, { entry }: StartCommand): Shipped[] {
  const assets = assetFolders(app);
  if (build && (entry === build.output || entry.startsWith(`${build.output}/`)))
    return [{ from: 'build', entries: [build.output, ...assets.filter((name) => name !== build.output)] }];
  const sources = sourceEntries(app, entry);
  if (!build) return [{ entries: sources }];
  return [{ entries: sources.filter((name) => name !== build.output) }, { from: 'build', entries: [build.output] }];
}

function builtFolders({ build }: NodeDetails): string[] {
  return build ? [`**/${build.output.split('/')[0]}`] : [];
}

function liveReload(
  app: App,
  { project }: NodeImage,
  { framework, build, listening }: NodeDetails,
  { entry, environment }: StartCommand,
  port: number,
): LiveReload | undefined {
  const watch = watchCommand(app, project.manifest, framework, entry);
  if (!watch) return undefined;
  const written = build ? [build.output] : [];
  return {
    ...watch,
    port,
    written,
    environment: { ...environment, ...(listening.byVariable && { PORT: String(port) }) },
  };
}

function notes(
  { listening, stops, framework }: NodeDetails,
  options: SetupOptions,
  path: string | undefined,
): string[] {
  const found: string[] = [];
  if (path === undefined)
    found.push('No health route was found: any answer of / below 500 counts as well. --health-endpoint adds a route.');
  if (!stops)
    found.push('Nothing in the sources handles SIGTERM: tini ends the app at once. Handle it to finish requests.');
  if (listening.onlyLocal || (framework === 'fastify' && !listening.hosted))
    found.push('The app has to listen on 0.0.0.0: on localhost nobody outside of its container reaches it.');
  if (options.port !== undefined && !listening.byVariable && options.port !== listening.port)
    found.push(`No source reads PORT: let the app listen on ${options.port}.`);
  return found;
}

function noStart(app: App): Diagnostic {
  return {
    code: 'setup/no-start-command',
    message: `It cannot be told how ${app.project.name} is started.`,
    hint: 'Give its package.json a script start that runs a file: "start": "node dist/main.js".',
    path: app.project.root,
    exit: 2,
  };
}
