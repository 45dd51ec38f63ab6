import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Development, Service } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../patterns/artifact-stage.ts';
import { builderPlan } from '../../patterns/builder-plan.ts';
import { notInOneStage } from '../../patterns/not-in-one-stage.ts';
import { PROBE_STAGE } from './probe.ts';
import type { RustApp } from './rust-app.ts';
import { home, type RustBuild } from './rust-build.ts';
import {
  baseStage,
  buildStage,
  developmentStage,
  extractedCopies,
  headBlock,
  INIT_STAGE,
  KEPT,
  mountsOf,
  needsProbe,
  probeCommand,
  programCopies,
  runtimeStage,
  singleStage,
  testStage,
  userOf,
} from './stages.ts';

export function planRust(app: App, rust: RustApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(rust.serving, options, { given: rust.rocket });
  if ('code' in reached) return reached;
  const { pattern } = options;
  if (pattern === 'single' && options.base === 'distroless') return notInOneStage(app);
  const base = options.base ?? (pattern === 'single' ? 'slim' : 'distroless');
  const build: RustBuild = { app, rust, options, base, ...reached };
  const ignore = ignoreText([
    { why: 'Built anew in the image', patterns: ['**/target'] },
    // rustup would fetch the named toolchain once more beside the one that the image has.
    { why: 'The image has the compiler', patterns: ['**/rust-toolchain', '**/rust-toolchain.toml'] },
  ]);
  const notes = [...rust.notes, ...reached.notes, ...notesOf(rust, options)];
  const common = { context: rust.layout.context, ignore, service: serviceOf(build), files: [], notes };
  switch (pattern) {
    case 'single':
      return {
        ...common,
        dockerfile: dockerfileText([headBlock(build), singleStage(build)]),
        relaxes: ['image/build-tools'],
      };
    case 'artifact':
      return {
        ...common,
        dockerfile: dockerfileText(artifactBlocks(build)),
        service: NO_SERVICE,
        notes: [...rust.notes, ARTIFACT_NOTE],
      };
    case 'builder': {
      const runtime = [headBlock(build, 'runtime'), runtimeStage(build, extractedCopies(build))];
      const planned = builderPlan(app, { build: artifactBlocks(build), ignore, context: rust.layout.context, runtime });
      return { ...common, ...planned, notes: [...notes, ...planned.notes] };
    }
    case 'multi':
      return { ...common, dockerfile: dockerfileText(multiBlocks(build)) };
  }
}

function multiBlocks(build: RustBuild): (Block | undefined)[] {
  return [
    headBlock(build),
    baseStage(build),
    buildStage(build),
    build.rust.tested ? testStage(build) : undefined,
    needsProbe(build) ? PROBE_STAGE : undefined,
    developmentStage(build),
    build.rust.stops ? undefined : INIT_STAGE,
    runtimeStage(build, programCopies(build, './')),
  ];
}

function artifactBlocks(build: RustBuild): (Block | undefined)[] {
  const serves = build.options.pattern !== 'artifact';
  const certificates = serves && build.base === 'slim' ? ['COPY --from=base /etc/ssl/certs/ca-certificates.crt /'] : [];
  return [
    headBlock(build, 'build'),
    baseStage(build),
    buildStage(build),
    build.rust.tested ? testStage(build) : undefined,
    serves && needsProbe(build) ? PROBE_STAGE : undefined,
    serves && !build.rust.stops ? INIT_STAGE : undefined,
    artifactStage(build.app.project.name, [...programCopies(build, '/'), ...certificates]),
  ];
}

function serviceOf(build: RustBuild): Service {
  const { port, healthPath } = build;
  const user = userOf(build);
  return {
    ...(port !== undefined && { port }),
    ...(healthPath !== undefined && { healthPath }),
    user: `${user}:${user}`,
    writable: ['/tmp'],
    environment: {},
    ...(build.options.pattern === 'multi' && { development: developmentOf(build) }),
  };
}

function developmentOf(build: RustBuild): Development {
  return {
    stage: 'development',
    mounts: mountsOf(build),
    kept: KEPT,
    command: ['watch'],
    ...(build.port !== undefined && { probe: probeCommand(build, 'probe') }),
    environment: {},
    workdir: home(build),
    user: 'app',
    extensions: ['rust-lang.rust-analyzer'],
  };
}

function notesOf({ stops }: RustApp, { privateRegistry }: SetupOptions): string[] {
  return [
    ...(stops
      ? []
      : ['Nothing in the sources handles SIGTERM: tini ends the program at once. Handle it to finish requests.']),
    ...(privateRegistry
      ? ['Credentials: docker build --secret id=cargo-credentials,src=$HOME/.cargo/credentials.toml.']
      : []),
  ];
}
