import { joinPath } from '@dockwarden-internal/facts';
import { makeUser, userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { watchLines } from '../../dockerfile/watch-lines.ts';
import type { App } from '../../model/app.ts';
import type { BaseKind, SetupOptions } from '../../model/setup-options.ts';
import type { GoApp } from './go-app.ts';
import { type GoPlaces, SOURCE } from './places.ts';

/** What the stages of one Dockerfile are written from. */
export interface GoBuild {
  readonly app: App;
  readonly go: GoApp;
  readonly places: GoPlaces;
  readonly options: SetupOptions;
  readonly base: BaseKind;
  /** Name of the program's file. */
  readonly name: string;
}

const MODULES = '--mount=type=cache,target=/go/pkg/mod';
const OBJECTS = '--mount=type=cache,target=/root/.cache/go-build';
const CREDENTIALS = '--mount=type=secret,id=netrc,target=/root/.netrc';

/** A RUN with the caches that it fills, and the credentials where modules are private. */
function run({ options }: Pick<GoBuild, 'options'>, mounts: readonly string[], command: string): string {
  const all = [...mounts, ...(options.privateRegistry ? [CREDENTIALS] : [])];
  return `RUN ${[...all, command].join(' \\\n    ')}`;
}

/** The compiler, on the C library of the image that ships where C takes part. */
function compilerImage({ go, base, options }: GoBuild): string {
  if (base === 'alpine' && (go.cgo || options.pattern === 'single')) return 'golang:${GO_VERSION}-alpine';
  return go.cgo ? 'golang:${GO_VERSION}-${DEBIAN_SUITE}' : 'golang:${GO_VERSION}';
}

export function compilerLines(build: GoBuild, stage: string): string[] {
  const { go, base, options } = build;
  return [
    `FROM ${crosses(build) ? '--platform=$BUILDPLATFORM ' : ''}${compilerImage(build)} AS ${stage}`,
    `ENV CGO_ENABLED=${go.cgo ? 1 : 0}`,
    ...(go.cgo && base === 'alpine' ? ['RUN apk add --no-cache gcc musl-dev'] : []),
    ...(options.privateRegistry ? ['ARG GOPRIVATE', 'ENV GOPRIVATE=$GOPRIVATE'] : []),
  ];
}

export function baseStage(build: GoBuild): Block {
  return [
    `# base is what builds${crosses(build) ? ': on the platform of the builder, for whatever platform is asked for' : ''}.`,
    ...compilerLines(build, 'base'),
  ];
}

export function dependenciesStage(build: GoBuild): Block {
  return [
    '# dependencies has what go.mod and go.sum name, and changes only with them.',
    'FROM base AS dependencies',
    ...dependenciesLines(build),
  ];
}

export function dependenciesLines(build: GoBuild): string[] {
  const { go, places } = build;
  return [
    `WORKDIR ${places.home}`,
    ...manifestCopies(build),
    ...(go.layout.vendored ? [] : [run(build, [MODULES], 'go mod download')]),
  ];
}

function manifestCopies({ app: { fs }, go: { layout }, places }: GoBuild): string[] {
  const has = (path: string) => (fs.kind(path) === 'file' ? path : `${path}*`);
  const copies = layout.modules.map((folder) => {
    const files = [joinPath(folder, 'go.mod'), has(joinPath(folder, 'go.sum'))].map(places.inContext);
    return `COPY ${files.join(' ')} ${joinPath(SOURCE, places.inContext(folder))}/`;
  });
  return [...(layout.work ? [`COPY go.work ${has('go.work.sum')} ${SOURCE}/`] : []), ...copies];
}

export function sourceCopies({ go: { layout }, places }: GoBuild): string[] {
  const folders = layout.sources.map(places.inContext);
  if (folders.includes('.')) return [`COPY . ${SOURCE}/`];
  const vendor = layout.vendored && layout.context === 'workspace' ? ['vendor'] : [];
  return [...vendor, ...folders].map((folder) => `COPY ${folder} ${joinPath(SOURCE, folder)}`);
}

/** A static program without symbols and without paths of the builder. Source: go command, "go build"; cmd/link. */
export function compile(build: GoBuild, program: string, output: string): string {
  const target = crosses(build) ? 'GOOS=$TARGETOS GOARCH=$TARGETARCH ' : '';
  const tags = build.base === 'distroless' ? '' : ' -tags=timetzdata';
  const command = `${target}go build -trimpath${tags} -ldflags="-s -w" -o ${output} ${program}`;
  return run(build, [MODULES, OBJECTS], command);
}

/** A program with C in it is made by a compiler for its own platform, and one stage that builds and ships is of one platform. */
function crosses({ go, options }: GoBuild): boolean {
  return !go.cgo && options.pattern !== 'single';
}

export function platformArguments(build: GoBuild): string[] {
  return crosses(build) ? ['ARG TARGETOS', 'ARG TARGETARCH'] : [];
}

export function buildStage(build: GoBuild): Block {
  return [
    '# build compiles the program.',
    'FROM dependencies AS build',
    ...platformArguments(build),
    ...sourceCopies(build),
    compile(build, build.places.program, `/out/${build.name}`),
  ];
}

export function testStage(build: GoBuild): Block {
  return [
    '# test fails where a test does: docker build --target test .',
    'FROM dependencies AS test',
    ...sourceCopies(build),
    run(build, [MODULES, OBJECTS], `go vet ${build.places.packages} && go test ${build.places.packages}`),
  ];
}

/** `probed`: the stage that makes the health check is there. */
export function developmentStage(build: GoBuild, port: number | undefined, probed: boolean): Block {
  const { places, go, base } = build;
  const family = go.cgo && base === 'alpine' ? 'alpine' : 'debian';
  return [
    '# development builds and starts the program again when a mounted source changes.',
    'FROM dependencies AS development',
    makeUser(family, { id: 1000, home: true }),
    'ENV GOCACHE=/go/cache',
    'RUN mkdir -p /go/pkg/mod /go/cache && chown 1000:1000 /go/pkg/mod /go/cache',
    ...watchLines({ build: `go build -o /tmp/app ${places.program}`, start: '/tmp/app', names: ['*.go', 'go.mod'] }),
    ...(probed ? ['COPY --from=probe /out/probe /usr/local/bin/probe'] : []),
    ...sourceCopies(build),
    ...(port !== undefined && go.serving.portVariable ? [`ENV PORT=${port}`] : []),
    ...(port === undefined ? [] : [`EXPOSE ${port}`]),
    userLine(),
    'CMD ["watch"]',
  ];
}
