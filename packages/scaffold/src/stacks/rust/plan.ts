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
  const { pattern } = options;
  if (pattern === 'single' && options.base === 'distroless') return notInOneStage(app);
  const base = options.base ?? (pattern === 'single' ? 'slim' : 'distroless');
  const build: RustBuild = { app, rust, options, base, ...reached };
  return compiledPlan({
    app,
    options,
    context: rust.layout.context,
    ignore: ignoreText([
      { why: 'Built anew in the image', patterns: ['**/target'] },
      // rustup would fetch the named toolchain once more beside the one that the image has.
      { why: 'The image has the compiler', patterns: ['**/rust-toolchain', '**/rust-toolchain.toml'] },
    ]),
    service: appService(reached, userOf(build), pattern === 'multi' ? developmentOf(build) : undefined),
    notes: [...rust.notes, ...privateNotes(options)],
    runNotes: [...reached.notes, ...signalNotes(rust)],
    relaxes: ['image/build-tools'],
    multi: () => multiBlocks(build),
    single: () => [headBlock(build), singleStage(build)],
    files: () => artifactBlocks(build),
    packed: () => [headBlock(build, 'runtime'), runtimeStage(build, extractedCopies(build))],
  });
}

function multiBlocks(build: RustBuild): Blocks {
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

function artifactBlocks(build: RustBuild): Blocks {
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

function signalNotes({ stops }: RustApp): string[] {
  return stops
    ? []
    : ['Nothing in the sources handles SIGTERM: tini ends the program at once. Handle it to finish requests.'];
}

function privateNotes({ privateRegistry }: SetupOptions): string[] {
  return privateRegistry
    ? ['Credentials: docker build --secret id=cargo-credentials,src=$HOME/.cargo/credentials.toml.']
    : [];
}
