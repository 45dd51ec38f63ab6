import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Service } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { PROBE_STAGE } from './probe.ts';
import type { RustApp } from './rust-app.ts';
import { home, type RustBuild } from './rust-build.ts';
import {
  baseStage,
  buildStage,
  developmentProbe,
  developmentStage,
  headBlock,
  INIT_STAGE,
  KEPT,
  mountsOf,
  runtimeStage,
  testStage,
  userOf,
} from './stages.ts';

export function planRust(app: App, rust: RustApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(rust.serving, options, { given: rust.rocket });
  if ('code' in reached) return reached;
  const build: RustBuild = { app, rust, options, base: options.base ?? 'distroless', ...reached };
  return {
    dockerfile: dockerfileText(blocksOf(build)),
    context: rust.layout.context,
    ignore: ignoreText([
      { why: 'Built anew in the image', patterns: ['**/target'] },
      // rustup would fetch the named toolchain once more beside the one that the image has.
      { why: 'The image has the compiler', patterns: ['**/rust-toolchain', '**/rust-toolchain.toml'] },
    ]),
    service: serviceOf(build),
    files: [],
    notes: [...rust.notes, ...reached.notes, ...notesOf(rust, options)],
  };
}

function blocksOf(build: RustBuild): (Block | undefined)[] {
  return [
    headBlock(build),
    baseStage(build),
    buildStage(build),
    build.rust.tested ? testStage(build) : undefined,
    build.port === undefined ? undefined : PROBE_STAGE,
    developmentStage(build),
    build.rust.stops ? undefined : INIT_STAGE,
    runtimeStage(build),
  ];
}

function serviceOf(build: RustBuild): Service {
  const { port, healthPath } = build;
  const user = userOf(build);
  const probe = developmentProbe(build);
  return {
    ...(port !== undefined && { port }),
    ...(healthPath !== undefined && { healthPath }),
    user: `${user}:${user}`,
    writable: ['/tmp'],
    environment: {},
    development: {
      stage: 'development',
      mounts: mountsOf(build),
      kept: KEPT,
      command: ['watch'],
      ...(probe && { probe }),
      environment: {},
      workdir: home(build),
      user: 'app',
      extensions: ['rust-lang.rust-analyzer'],
    },
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
