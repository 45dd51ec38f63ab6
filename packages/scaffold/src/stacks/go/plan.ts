import { baseName } from '@dockwarden-internal/facts';
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
import { notInOneStage } from '../../patterns/not-in-one-stage.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import type { GoApp } from './go-app.ts';
import { goPlaces, SOURCE } from './places.ts';
import { probeStage } from './probe.ts';
import {
  developmentProbe,
  extractedCopies,
  type Listening,
  needsProbe,
  programCopies,
  runtimeStage,
  singleStage,
  userOf,
} from './runtime.ts';
import {
  baseStage,
  buildStage,
  compile,
  dependenciesStage,
  developmentStage,
  type GoBuild,
  platformArguments,
  testStage,
} from './stages.ts';

export function planGo(app: App, go: GoApp, options: SetupOptions): StackPlan | Diagnostic {
  const reached = reachedBy(go.serving, options, { given: false });
  const { pattern } = options;
  if (pattern === 'single' && options.base === 'distroless') return notInOneStage(app);
  const base = options.base ?? (pattern === 'single' ? 'slim' : 'distroless');
  const build: GoBuild = { app, go, options, places: goPlaces(app, go), base, name: programName(app, go) };
  return compiledPlan({
    app,
    options,
    context: go.layout.context,
    ignore: ignoreText([{ why: 'Made by go build and go test', patterns: ['**/*.test', '**/*.out'] }]),
    service: appService(reached, userOf(build), pattern === 'multi' ? developmentOf(build, reached) : undefined),
    notes: [...go.notes, ...privateNotes(options)],
    runNotes: reached.notes,
    relaxes: ['image/build-tools'],
    multi: () => multiBlocks(build, reached),
    single: () => [headBlock(build), singleStage(build, reached)],
    files: () => artifactBlocks(build, pattern === 'artifact' ? {} : reached),
    packed: () => [headBlock(build, 'runtime'), runtimeStage(build, reached, extractedCopies(build, reached))],
  });
}

/** As its folder is called, or the project where that is the module's. */
function programName({ project }: App, { main }: GoApp): string {
  const name = baseName(main === project.root ? project.name : main).replace(/[^\w.-]+/g, '-');
  return name === '' || name === 'probe' ? 'app' : name;
}

function multiBlocks(build: GoBuild, listening: Listening): Blocks {
  return [
    headBlock(build),
    ...buildingBlocks(build, listening),
    developmentStage(build, listening.port, needsProbe(build, listening)),
    runtimeStage(build, listening, programCopies(build, listening, './')),
  ];
}

function artifactBlocks(build: GoBuild, listening: Listening): Blocks {
  const certificates = build.base === 'slim' && build.options.pattern === 'builder';
  const copies = [
    ...programCopies(build, listening, '/'),
    ...(certificates ? ['COPY --from=build /etc/ssl/certs/ca-certificates.crt /'] : []),
  ];
  return [
    headBlock(build, 'build'),
    ...buildingBlocks(build, listening),
    artifactStage(build.app.project.name, copies),
  ];
}

function buildingBlocks(build: GoBuild, listening: Listening): Blocks {
  return [
    baseStage(build),
    dependenciesStage(build),
    buildStage(build),
    needsProbe(build, listening)
      ? probeStage((program, output) => compile(build, program, output), platformArguments(build))
      : undefined,
    build.go.tested ? testStage(build) : undefined,
  ];
}

/** `part`: of two images that are chained, the one that builds names no base of what ships, and the other none of what builds. */
function headBlock({ go, base, options }: GoBuild, part?: 'build' | 'runtime'): Block {
  const compiles = part !== 'runtime';
  const ships = part !== 'build' && options.pattern !== 'single';
  const suite = (ships && base === 'slim') || (compiles && go.cgo && base !== 'alpine');
  return [
    ...(compiles
      ? ['# GO_VERSION is the version of the language that the modules ask for.', `ARG GO_VERSION=${go.version}`]
      : []),
    ...(ships && base === 'alpine' ? [`ARG ALPINE_VERSION=${DEFAULT_VERSIONS.alpine}`] : []),
    ...(ships && base === 'distroless' ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
    ...(suite ? [`ARG DEBIAN_SUITE=${DEBIAN.suite}`] : []),
  ];
}

function developmentOf(build: GoBuild, { port, healthPath }: Listening): Development {
  const { go, places } = build;
  const mounts = go.layout.sources
    .map(places.inContext)
    .map((from) => ({ from, to: from === '.' ? SOURCE : `${SOURCE}/${from}` }));
  return {
    stage: 'development',
    mounts,
    kept: ['/go/pkg/mod', '/go/cache'],
    command: ['watch'],
    ...(port !== undefined && { probe: developmentProbe(build, { port, healthPath }) }),
    environment: {},
    workdir: places.home,
    user: 'app',
    extensions: ['golang.go'],
  };
}

function privateNotes({ privateRegistry }: SetupOptions): string[] {
  return privateRegistry
    ? ['Private modules: docker build --secret id=netrc,src=$HOME/.netrc --build-arg GOPRIVATE=HOST/ORG.']
    : [];
}
