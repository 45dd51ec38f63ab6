import { joinPath } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
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
import type { JavaApp } from './java-app.ts';
import { inContext, type JavaBuild, moduleFolder, SOURCE } from './java-build.ts';
import { probeStage } from './probe.ts';
import {
  appCopies,
  buildStage,
  DEBUG_PORT,
  dependenciesStage,
  developmentProbe,
  developmentStage,
  headBlock,
  KEPT,
  needsProbe,
  runtimeStage,
  singleStage,
  testStage,
  userOf,
} from './stages.ts';
import { credentialsId, toolImage } from './tool-lines.ts';

/** Releases that there are distroless images of. Source: distroless, README. */
const DISTROLESS = ['17', '21', '25'];

export function planJava(app: App, java: JavaApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(java.serving, options, { given: false });
  const base = options.base ?? 'slim';
  if (base === 'distroless' && options.pattern === 'single') return notInOneStage(app);
  if (base === 'distroless' && !DISTROLESS.includes(java.version)) return otherRelease(app, java);
  const { tool, spring, distribution } = java.build;
  if (tool === 'gradle' && !spring && !distribution) return noDistribution(app, java);
  const build: JavaBuild = { app, java, options, base, ...reached };
  return compiledPlan({
    app,
    options,
    context: java.build.context,
    ignore: ignoreText([
      { why: 'Built anew in the image', patterns: ['**/target', '**/build', '**/.gradle', '**/*.class'] },
    ]),
    service: appService(reached, userOf(build), options.pattern === 'multi' ? developmentOf(build) : undefined),
    notes: notesOf(build),
    runNotes: reached.notes,
    relaxes: ['image/jre-not-jdk'],
    multi: () => multiBlocks(build),
    single: () => [headBlock(build), singleStage(build)],
    files: () => artifactBlocks(build),
    packed: () => [headBlock(build, 'runtime'), runtimeStage(build, [`COPY ${extractedFolder(app.project.name)}/ ./`])],
  });
}

function multiBlocks(build: JavaBuild): Blocks {
  return [
    headBlock(build),
    dependenciesStage(build),
    buildStage(build),
    build.java.tested ? testStage(build) : undefined,
    build.port === undefined ? undefined : probeStage(toolImage(build)),
    developmentStage(build),
    runtimeStage(build, appCopies(build, './')),
  ];
}

function artifactBlocks(build: JavaBuild): Blocks {
  const probed = needsProbe(build) && build.options.pattern !== 'artifact';
  return [
    headBlock(build, 'build'),
    dependenciesStage(build),
    buildStage(build),
    build.java.tested ? testStage(build) : undefined,
    probed ? probeStage(toolImage(build)) : undefined,
    artifactStage(build.app.project.name, appCopies(build, '/')),
  ];
}

function developmentOf(build: JavaBuild): Development {
  const { java } = build;
  const probe = developmentProbe(build);
  const sources = java.build.modules.map((folder) => inContext(build, joinPath(folder, 'src')));
  return {
    stage: 'development',
    mounts: sources.map((from) => ({ from, to: joinPath(SOURCE, from) })),
    kept: [KEPT[java.build.tool]],
    command: ['watch'],
    ...(probe && { probe }),
    environment: {},
    debugPort: DEBUG_PORT,
    workdir: moduleFolder(build),
    user: 'app',
    extensions: ['vscjava.vscode-java-pack'],
  };
}

function notesOf({ java, options, ...build }: JavaBuild): string[] {
  return [
    ...(options.privateRegistry
      ? [`Credentials: docker build --secret id=${credentialsId({ java, options, ...build })},src=FILE.`]
      : []),
    ...(java.build.spring && !java.build.spring.version
      ? ['Nothing says the version of Spring Boot: 3.3 or later is taken for granted.']
      : []),
  ];
}

function otherRelease({ project }: App, { version }: JavaApp): Diagnostic {
  return {
    code: 'setup/other-java',
    message: `There are distroless images of Java ${DISTROLESS.join(', ')}, and ${project.name} asks for ${version}.`,
    hint: 'Take --base slim or --base alpine.',
    path: project.root,
    exit: 2,
  };
}

function noDistribution({ project }: App, { build }: JavaApp): Diagnostic {
  return {
    code: 'setup/no-distribution',
    message: `${build.why} has no task that gives ${project.name} out with its libraries.`,
    hint: 'Apply the plugin application, whose installDist does.',
    path: build.why,
    exit: 2,
  };
}
