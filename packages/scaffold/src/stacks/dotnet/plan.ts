import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Development } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { appService } from '../../patterns/app-service.ts';
import { artifactStage } from '../../patterns/artifact-stage.ts';
import { type Blocks, compiledPlan } from '../../patterns/compiled-plan.ts';
import { extractedFolder } from '../../patterns/extracted-folder.ts';
import { notInOneStage } from '../../patterns/not-in-one-stage.ts';
import type { DotnetApp } from './dotnet-app.ts';
import { APP_USER, type DotnetBuild, programFolder } from './dotnet-build.ts';
import { probeStage } from './probe.ts';
import { appCopies, needsProbe, runtimeStage, singleStage } from './runtime.ts';
import {
  baseStage,
  buildStage,
  dependenciesStage,
  developmentProbe,
  developmentStage,
  KEPT,
  mountsOf,
  testStage,
  watchCommand,
} from './stages.ts';

/** The first version whose chiseled images stand on the release of Ubuntu after noble. Source: .NET container images, supported tags. */
const AFTER_NOBLE = 11;

export function planDotnet(app: App, dotnet: DotnetApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(dotnet.serving, options, { given: !dotnet.fixedPort });
  const { pattern, base = 'slim' } = options;
  if (pattern === 'single' && base === 'distroless') return notInOneStage(app);
  const build: DotnetBuild = { app, dotnet, options, base, ...reached };
  return compiledPlan({
    app,
    options,
    context: dotnet.layout.context,
    ignore: ignoreText([
      {
        why: 'Built anew in the image',
        patterns: ['**/bin', '**/obj', '**/TestResults', ...(dotnet.layout.artifacts ? ['**/artifacts'] : [])],
      },
      { why: 'Of editors, and for one person', patterns: ['**/.vs', '**/*.user', '**/appsettings.*.local.json'] },
    ]),
    service: appService(reached, APP_USER, pattern === 'multi' ? developmentOf(build) : undefined),
    notes: [...dotnet.notes, ...privateNotes(options)],
    runNotes: reached.notes,
    relaxes: ['image/build-tools'],
    multi: () => multiBlocks(build),
    single: () => [headBlock(build), singleStage(build)],
    files: () => artifactBlocks(build),
    packed: () => [headBlock(build, 'runtime'), runtimeStage(build, [`COPY ${extractedFolder(app.project.name)}/ ./`])],
  });
}

/** `part`: of two images that are chained, the one that builds names no base of what ships, and the other none of what builds. */
function headBlock({ dotnet, base, options }: DotnetBuild, part?: 'build' | 'runtime'): Block {
  const own = dotnet.sdk !== dotnet.version;
  const ships = part !== 'build' && options.pattern !== 'single';
  const builds = part !== 'runtime';
  const suite = Number.parseInt(dotnet.version, 10) >= AFTER_NOBLE ? 'resolute' : 'noble';
  return [
    ...(ships || !own
      ? ['# DOTNET_VERSION is the version that the project targets.', `ARG DOTNET_VERSION=${dotnet.version}`]
      : []),
    ...(own && builds
      ? ['# DOTNET_SDK_VERSION is what global.json asks for.', `ARG DOTNET_SDK_VERSION=${dotnet.sdk}`]
      : []),
    ...(ships && base === 'distroless' ? [`ARG UBUNTU_SUITE=${suite}`] : []),
  ];
}

function multiBlocks(build: DotnetBuild): Blocks {
  return [
    headBlock(build),
    baseStage(build),
    dependenciesStage(build),
    buildStage(build),
    testStage(build),
    build.port === undefined ? undefined : probeStage(build.dotnet.version),
    developmentStage(build),
    runtimeStage(build, appCopies(build, './')),
  ];
}

function artifactBlocks(build: DotnetBuild): Blocks {
  const probed = needsProbe(build) && build.options.pattern !== 'artifact';
  return [
    headBlock(build, 'build'),
    baseStage(build),
    dependenciesStage(build),
    buildStage(build),
    testStage(build),
    probed ? probeStage(build.dotnet.version) : undefined,
    artifactStage(build.app.project.name, appCopies(build, '/')),
  ];
}

function developmentOf(build: DotnetBuild): Development {
  const probe = developmentProbe(build);
  return {
    stage: 'development',
    mounts: mountsOf(build),
    kept: KEPT,
    command: watchCommand(build),
    ...(probe && { probe }),
    environment: {},
    workdir: programFolder(build),
    user: 'app',
    extensions: ['ms-dotnettools.csharp'],
  };
}

function privateNotes({ privateRegistry }: SetupOptions): string[] {
  return privateRegistry
    ? ['Private feeds: docker build --secret id=nuget-config,src=$HOME/.nuget/NuGet/NuGet.Config.']
    : [];
}
