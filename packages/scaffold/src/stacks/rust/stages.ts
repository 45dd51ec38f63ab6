import { joinPath } from '@dockwarden-internal/facts';
import { worstStatus } from '../../detect/serving.ts';
import { APP_ID, makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import { copyByFolder } from '../../dockerfile/copy-lines.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { watchLines } from '../../dockerfile/watch-lines.ts';
import { extractedFolder } from '../../patterns/extracted-folder.ts';
import { entryCopies, namedEntries } from '../../patterns/named-entries.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import { PROBE, probeLines } from './probe.ts';
import { home, inContext, packageOption, type RustBuild, SOURCE } from './rust-build.ts';

/** `part`: of two images that are chained, the one that builds names no base of what ships, and the other none of what builds. */
export function headBlock({ rust, base, options }: RustBuild, part?: 'build' | 'runtime'): Block {
  const compiles = part !== 'runtime';
  const ships = part !== 'build' && options.pattern !== 'single';
  const init = compiles && !rust.stops && options.pattern !== 'single';
  const suite = base === 'alpine' ? init : compiles || base === 'slim';
  return [
    ...(compiles
      ? [
          '# RUST_VERSION is the compiler: the one that the project names, or one that its least allows.',
          `ARG RUST_VERSION=${rust.version}`,
        ]
      : []),
    ...(ships && base === 'alpine' ? [`ARG ALPINE_VERSION=${DEFAULT_VERSIONS.alpine}`] : []),
    ...(suite ? [`ARG DEBIAN_SUITE=${DEBIAN.suite}`] : []),
    ...(ships && base === 'distroless' ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
  ];
}

/** The compiler on the C library of what ships: glibc of the same release of Debian, or musl. */
function compilerLines({ rust, base }: RustBuild, stage: string): string[] {
  const install =
    base === 'alpine'
      ? ['RUN apk add --no-cache openssl-dev openssl-libs-static pkgconf']
      : [`RUN ${apt('libssl-dev pkg-config')}`];
  return [
    `FROM rust:\${RUST_VERSION}-${base === 'alpine' ? 'alpine' : 'slim-${DEBIAN_SUITE}'} AS ${stage}`,
    ...(rust.openssl ? install : []),
  ];
}

export function baseStage(build: RustBuild): Block {
  return ['# base is what builds, on the C library of what ships.', ...compilerLines(build, 'base')];
}

function apt(names: string): string {
  return [
    'apt-get update',
    `apt-get install --yes --no-install-recommends ${names}`,
    'rm -rf /var/lib/apt/lists/*',
  ].join(' \\\n    && ');
}

function sourceLines(build: RustBuild): string[] {
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
function runCargo(build: RustBuild, command: string): string {
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
    ...sourceLines(build),
    ...buildLines(build, '/out'),
  ];
}

function buildLines(build: RustBuild, folder: string): string[] {
  const { rust } = build;
  const compile = `cargo build --release --locked${packageOption(build)} --bin ${rust.binary}`;
  return [
    ...(home(build) === SOURCE ? [] : [`WORKDIR ${home(build)}`]),
    ...(rust.strips ? [] : ['ENV CARGO_PROFILE_RELEASE_STRIP=symbols']),
    runCargo(
      build,
      `${TOUCH} \\\n    && ${compile} \\\n    && mkdir -p ${folder} && cp target/release/${rust.binary} ${folder}/${programFile(rust)}`,
    ),
  ];
}

/** A program that has the name of the probe is called otherwise. */
function programFile({ binary }: RustBuild['rust']): string {
  return binary === 'probe' ? 'app' : binary;
}

/** Everything in one stage, for prototypes: the compiler ships with the program. */
export function singleStage(build: RustBuild): Block {
  const { app, rust, base } = build;
  const entries = namedEntries(app.fs, app.project.root, /^(?:Cargo\.(?:toml|lock)|.*\.rs)$/);
  const sources =
    rust.layout.context === 'project' ? [`WORKDIR ${SOURCE}`, ...entryCopies(entries)] : sourceLines(build);
  const init = base === 'alpine' ? 'RUN apk add --no-cache tini' : `RUN ${apt('tini')}`;
  return [
    '# runtime builds and ships in one stage, so that it keeps the compiler and the sources.',
    ...compilerLines(build, 'runtime'),
    ...(rust.stops ? [] : [init]),
    makeUser(base === 'alpine' ? 'alpine' : 'debian'),
    ...(needsProbe(build) ? probeLines(PROBE) : []),
    ...sources,
    ...buildLines(build, '/app'),
    'WORKDIR /app',
    ...startLines(build),
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
    ...(needsProbe(build) ? ['COPY --from=probe /out/probe /usr/local/bin/probe'] : []),
    ...sourceLines(build),
    ...(home(build) === SOURCE ? [] : [`WORKDIR ${home(build)}`]),
    ...environmentLines(build),
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
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

export function runtimeStage(build: RustBuild, copies: readonly string[]): Block {
  const { app, base, rust, options } = build;
  const certificates =
    options.pattern === 'builder'
      ? `${extractedFolder(app.project.name)}/ca-certificates.crt`
      : '--from=base /etc/ssl/certs/ca-certificates.crt';
  const from = {
    slim: [
      'FROM debian:${DEBIAN_SUITE}-slim AS runtime',
      ...(rust.openssl ? [`RUN ${apt('libssl3')}`] : []),
      makeUser('debian'),
      `COPY ${certificates} /etc/ssl/certs/`,
    ],
    alpine: ['FROM alpine:${ALPINE_VERSION} AS runtime', makeUser('alpine')],
    distroless: ['FROM gcr.io/distroless/cc-debian${DEBIAN_VERSION}:nonroot AS runtime'],
  }[base];
  return [
    '# runtime is what ships: the program and the C library that it is linked with.',
    ...from,
    'WORKDIR /app',
    ...copies,
    ...startLines(build),
  ];
}

/** The program, its probe and its init, from the stages that made them. */
export function programCopies(build: RustBuild, target: string): string[] {
  const { rust } = build;
  const serves = build.options.pattern !== 'artifact';
  return [
    `COPY --from=build /out/${programFile(rust)} ${target}`,
    ...(serves && needsProbe(build) ? [`COPY --from=probe /out/probe ${target}`] : []),
    ...(serves && !rust.stops ? [`COPY --from=init /usr/bin/tini-static ${target}tini`] : []),
  ];
}

/** The same from where an extraction has laid them. */
export function extractedCopies(build: RustBuild): string[] {
  const folder = extractedFolder(build.app.project.name);
  const names = [
    programFile(build.rust),
    ...(needsProbe(build) ? ['probe'] : []),
    ...(build.rust.stops ? [] : ['tini']),
  ];
  return names.map((name) => `COPY ${folder}/${name} ./`);
}

/** BusyBox of Alpine asks by itself, where only a success counts. */
export function needsProbe({ port, base, healthPath }: RustBuild): boolean {
  return port !== undefined && (base !== 'alpine' || healthPath === undefined);
}

function startLines(build: RustBuild): string[] {
  const { rust, port, app } = build;
  const probe = probeCommand(build, PROBE);
  return [
    ...environmentLines(build),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe)]),
    ...(rust.stops === 'SIGINT' ? ['STOPSIGNAL SIGINT'] : []),
    `ENTRYPOINT ${execForm([...(rust.stops ? [] : [initPath(build), '--']), `/app/${programFile(rust)}`])}`,
    ...labelLines({ title: app.project.name }),
  ];
}

export function probeCommand(build: RustBuild, program: string): readonly string[] {
  const { port, healthPath } = build;
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  return needsProbe(build)
    ? [program, address, `${worstStatus(healthPath)}`]
    : ['wget', '-q', '-O', '/dev/null', address];
}

function initPath({ base, options }: RustBuild): string {
  if (options.pattern !== 'single') return '/app/tini';
  return base === 'alpine' ? '/sbin/tini' : '/usr/bin/tini';
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
