import { joinPath } from '@dockwarden-internal/facts';
import { worstStatus } from '../../detect/serving.ts';
import { APP_ID, makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import { copyByFolder } from '../../dockerfile/copy-lines.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { watchLines } from '../../dockerfile/watch-lines.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import { PROBE } from './probe.ts';
import { home, inContext, packageOption, type RustBuild, SOURCE } from './rust-build.ts';

export function headBlock({ rust, base }: RustBuild): Block {
  return [
    '# RUST_VERSION is the compiler: the one that the project names, or one that its least allows.',
    `ARG RUST_VERSION=${rust.version}`,
    ...(base === 'alpine' ? [`ARG ALPINE_VERSION=${DEFAULT_VERSIONS.alpine}`] : []),
    ...(base === 'alpine' && rust.stops ? [] : [`ARG DEBIAN_SUITE=${DEBIAN.suite}`]),
    ...(base === 'distroless' ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
  ];
}

/** The compiler on the C library of what ships: glibc of the same release of Debian, or musl. */
export function baseStage({ rust, base }: RustBuild): Block {
  const install =
    base === 'alpine'
      ? ['RUN apk add --no-cache openssl-dev openssl-libs-static pkgconf']
      : [`RUN ${apt('libssl-dev pkg-config')}`];
  return [
    '# base is what builds, on the C library of what ships.',
    `FROM rust:\${RUST_VERSION}-${base === 'alpine' ? 'alpine' : 'slim-${DEBIAN_SUITE}'} AS base`,
    ...(rust.openssl ? install : []),
  ];
}

function apt(names: string): string {
  return [
    'apt-get update',
    `apt-get install --yes --no-install-recommends ${names}`,
    'rm -rf /var/lib/apt/lists/*',
  ].join(' \\\n    && ');
}

export function sourceLines(build: RustBuild): string[] {
  const { layout } = build.rust;
  const copies = layout.crates
    .map((folder) => inContext(build, folder))
    .map((path) => (path === '.' ? 'COPY . ./' : `COPY ${path} ./${path}`));
  return [
    `WORKDIR ${SOURCE}`,
    ...copyByFolder(layout.files, (folder) => (folder === '.' ? '.' : `./${folder}`)),
    ...copies,
  ];
}

/** A RUN of cargo with what was fetched and compiled before: a layer of dependencies would have to be made of empty sources. */
export function runCargo(build: RustBuild, command: string): string {
  const id = build.rust.layout.name;
  const mounts = [
    '--mount=type=cache,target=/usr/local/cargo/registry',
    '--mount=type=cache,target=/usr/local/cargo/git',
    `--mount=type=cache,id=${id}-target,target=${home(build)}/target,sharing=locked`,
    ...(build.options.privateRegistry
      ? ['--mount=type=secret,id=cargo-credentials,target=/usr/local/cargo/credentials.toml']
      : []),
  ];
  return `RUN ${[...mounts, command].join(' \\\n    ')}`;
}

/** Cargo tells by times what it has compiled, and a copied context may give all files an old one: what is in the cache would pass for new. */
const TOUCH = "find . -name target -prune -o -type f -exec touch '{}' +";

export function buildStage(build: RustBuild): Block {
  return [
    '# build compiles the program, and takes it out of the cache.',
    'FROM base AS build',
    ...buildLines(build, '/out/app'),
  ];
}

export function buildLines(build: RustBuild, output: string): string[] {
  const { rust } = build;
  const folder = output.slice(0, output.lastIndexOf('/'));
  const compile = `cargo build --release --locked${packageOption(build)} --bin ${rust.binary}`;
  return [
    ...(rust.strips ? [] : ['ENV CARGO_PROFILE_RELEASE_STRIP=symbols']),
    ...sourceLines(build),
    ...(home(build) === SOURCE ? [] : [`WORKDIR ${home(build)}`]),
    runCargo(
      build,
      `${TOUCH} \\\n    && ${compile} \\\n    && mkdir -p ${folder} && cp target/release/${rust.binary} ${output}`,
    ),
  ];
}

export function testStage(build: RustBuild): Block {
  return [
    '# test fails where a test does: docker build --target test .',
    'FROM base AS test',
    ...sourceLines(build),
    ...(home(build) === SOURCE ? [] : [`WORKDIR ${home(build)}`]),
    runCargo(build, `${TOUCH} \\\n    && cargo test --locked${packageOption(build)}`),
  ];
}

/** What cargo fetches and compiles in the stage for development. */
export const KEPT = ['/home/app/.cargo', '/home/app/target'];

export function developmentStage(build: RustBuild): Block {
  const { rust, base, port } = build;
  const command = `cargo build --locked${packageOption(build)} --bin ${rust.binary}`;
  return [
    '# development builds and starts the program again when a mounted source changes.',
    'FROM base AS development',
    makeUser(base === 'alpine' ? 'alpine' : 'debian', { id: APP_ID, home: true }),
    'ENV CARGO_HOME=/home/app/.cargo \\\n    CARGO_TARGET_DIR=/home/app/target',
    `RUN mkdir -p ${KEPT.join(' ')} && chown -R ${APP_ID}:${APP_ID} /home/app`,
    ...watchLines({
      build: command,
      start: `/home/app/target/debug/${rust.binary}`,
      names: ['*.rs', 'Cargo.toml', 'Cargo.lock'],
    }),
    ...sourceLines(build),
    ...(home(build) === SOURCE ? [] : [`WORKDIR ${home(build)}`]),
    ...environmentLines(build),
    ...(port === undefined ? [] : ['COPY --from=probe /out/probe /usr/local/bin/', `EXPOSE ${port}`]),
    userLine(),
    'CMD ["watch"]',
  ];
}

/** An init for programs that take no notice of SIGTERM: the kernel drops signals that PID 1 has no handler for. Source: pid_namespaces(7). */
export const INIT_STAGE: Block = [
  '# init ends a program that does not handle signals itself.',
  'FROM debian:${DEBIAN_SUITE}-slim AS init',
  `RUN ${apt('tini')}`,
];

export function runtimeStage(build: RustBuild): Block {
  const { base, rust } = build;
  const from = {
    slim: [
      'FROM debian:${DEBIAN_SUITE}-slim AS runtime',
      ...(rust.openssl ? [`RUN ${apt('libssl3')}`] : []),
      makeUser('debian'),
      'COPY --from=base /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
    ],
    alpine: ['FROM alpine:${ALPINE_VERSION} AS runtime', makeUser('alpine')],
    distroless: ['FROM gcr.io/distroless/cc-debian${DEBIAN_VERSION}:nonroot AS runtime'],
  }[base];
  return [
    '# runtime is what ships: the program and the C library that it is linked with.',
    ...from,
    'WORKDIR /app',
    'COPY --from=build /out/app ./',
    ...(needsProbe(build) ? ['COPY --from=probe /out/probe ./'] : []),
    ...(rust.stops ? [] : ['COPY --from=init /usr/bin/tini-static ./tini']),
    ...startLines(build),
  ];
}

/** The same question, asked in the stage for development. */
export function developmentProbe({ port, healthPath }: RustBuild): readonly string[] | undefined {
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  return port === undefined ? undefined : ['probe', address, `${worstStatus(healthPath)}`];
}

/** BusyBox of Alpine asks by itself, where only a success counts. */
export function needsProbe({ port, base, healthPath }: RustBuild): boolean {
  return port !== undefined && (base !== 'alpine' || healthPath === undefined);
}

export function startLines(build: RustBuild): string[] {
  const { rust, port, healthPath, app } = build;
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  const probe = needsProbe(build)
    ? [PROBE, address, `${worstStatus(healthPath)}`]
    : ['wget', '-q', '-O', '/dev/null', address];
  return [
    ...environmentLines(build),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe)]),
    ...(rust.stops === 'SIGINT' ? ['STOPSIGNAL SIGINT'] : []),
    `ENTRYPOINT ${execForm(rust.stops ? ['/app/app'] : ['/app/tini', '--', '/app/app'])}`,
    ...labelLines({ title: app.project.name }),
  ];
}

/** Rocket listens on localhost unless it is told. Source: Rocket guide, "Configuration". */
function environmentLines({ rust, port }: RustBuild): string[] {
  if (port === undefined) return [];
  if (rust.rocket) return [`ENV ROCKET_ADDRESS=0.0.0.0 \\\n    ROCKET_PORT=${port}`];
  return rust.serving.portVariable ? [`ENV PORT=${port}`] : [];
}

export function userOf({ base, options }: RustBuild): number {
  return base === 'distroless' && options.pattern !== 'single' ? NONROOT_ID : APP_ID;
}

export function mountsOf(build: RustBuild): { readonly from: string; readonly to: string }[] {
  return build.rust.layout.crates
    .map((folder) => inContext(build, folder))
    .map((from) => ({ from, to: joinPath(SOURCE, from) }));
}
