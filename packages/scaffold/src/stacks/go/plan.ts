import { baseName } from '@dockwarden-internal/facts';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Service } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { ARTIFACT_NOTE, artifactStage, NO_SERVICE } from '../../patterns/artifact-stage.ts';
import { builderPlan } from '../../patterns/builder-plan.ts';
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
  if ('code' in reached) return reached;
  const { pattern } = options;
  if (pattern === 'single' && options.base === 'distroless') return notInOneStage(app);
  const base = options.base ?? (pattern === 'single' ? 'slim' : 'distroless');
  const build: GoBuild = { app, go, options, places: goPlaces(app, go), base, name: programName(app, go) };
  const notes = [...go.notes, ...reached.notes, ...privateNotes(options)];
  const ignore = ignoreText([{ why: 'Made by go build and go test', patterns: ['**/*.test', '**/*.out'] }]);
  const common = { context: go.layout.context, ignore, service: serviceOf(build, reached), files: [], notes };
  switch (pattern) {
    case 'single':
      return {
        ...common,
        dockerfile: dockerfileText([headBlock(build), singleStage(build, reached)]),
        relaxes: ['image/build-tools'],
      };
    case 'artifact':
      return {
        ...common,
        dockerfile: dockerfileText(artifactBlocks(build, {})),
        service: NO_SERVICE,
        notes: [...go.notes, ...privateNotes(options), ARTIFACT_NOTE],
      };
    case 'builder': {
      const blocks = artifactBlocks(build, reached);
      const runtime = [headBlock(build, 'runtime'), runtimeStage(build, reached, extractedCopies(build, reached))];
      const planned = builderPlan(app, { build: blocks, ignore, context: go.layout.context, runtime });
      return { ...common, ...planned, notes: [...notes, ...planned.notes] };
    }
    case 'multi':
      return { ...common, dockerfile: dockerfileText(multiBlocks(build, reached)) };
  }
}

/** As its folder is called, or the project where that is the module's. */
function programName({ project }: App, { main }: GoApp): string {
  const name = baseName(main === project.root ? project.name : main).replace(/[^\w.-]+/g, '-');
  return name === '' || name === 'probe' ? 'app' : name;
}

function multiBlocks(build: GoBuild, listening: Listening): (Block | undefined)[] {
  return [
    headBlock(build),
    ...buildingBlocks(build, listening),
    developmentStage(build, listening.port, needsProbe(build, listening)),
    runtimeStage(build, listening, programCopies(build, listening, './')),
  ];
}

function artifactBlocks(build: GoBuild, listening: Listening): (Block | undefined)[] {
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

function buildingBlocks(build: GoBuild, listening: Listening): (Block | undefined)[] {
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

function serviceOf(build: GoBuild, { port, healthPath }: Listening): Service {
  const { go, places, options } = build;
  const user = userOf(build);
  const mounts = go.layout.sources
    .map(places.inContext)
    .map((from) => ({ from, to: from === '.' ? SOURCE : `${SOURCE}/${from}` }));
  return {
    ...(port !== undefined && { port }),
    ...(healthPath !== undefined && { healthPath }),
    user: `${user}:${user}`,
    writable: ['/tmp'],
    environment: {},
    ...(options.pattern === 'multi' && {
      development: {
        stage: 'development',
        mounts,
        kept: ['/go/pkg/mod', '/go/cache'],
        command: ['watch'],
        ...(port !== undefined && { probe: developmentProbe(build, { port, healthPath }) }),
        environment: {},
        workdir: places.home,
        user: 'app',
        extensions: ['golang.go'],
      },
    }),
  };
}

function privateNotes({ privateRegistry }: SetupOptions): string[] {
  return privateRegistry
    ? ['Private modules: docker build --secret id=netrc,src=$HOME/.netrc --build-arg GOPRIVATE=HOST/ORG.']
    : [];
}
