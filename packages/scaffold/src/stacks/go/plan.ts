import type { Diagnostic } from '@dockwarden-internal/syntax';
import { reachedBy } from '../../detect/serving.ts';
import { type Block, dockerfileText } from '../../dockerfile/dockerfile-text.ts';
import { ignoreText } from '../../dockerfile/ignore-text.ts';
import type { App } from '../../model/app.ts';
import type { Service } from '../../model/service.ts';
import type { SetupOptions } from '../../model/setup-options.ts';
import type { StackPlan } from '../../model/stack.ts';
import { DEBIAN, DEFAULT_VERSIONS } from '../versions.ts';
import type { GoApp } from './go-app.ts';
import { goPlaces, SOURCE } from './places.ts';
import { probeStage } from './probe.ts';
import { developmentProbe, type Listening, needsProbe, runtimeStage, userOf } from './runtime.ts';
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
  const build: GoBuild = { app, go, options, places: goPlaces(app, go), base: options.base ?? 'distroless' };
  return {
    dockerfile: dockerfileText(blocksOf(build, reached)),
    context: go.layout.context,
    ignore: ignoreText([{ why: 'Made by go build and go test', patterns: ['**/*.test', '**/*.out'] }]),
    service: serviceOf(build, reached),
    files: [],
    notes: [...go.notes, ...reached.notes, ...privateNotes(options)],
  };
}

function blocksOf(build: GoBuild, listening: Listening): (Block | undefined)[] {
  const { go, options } = build;
  return [
    headBlock(build),
    baseStage(build),
    dependenciesStage(build),
    buildStage(build),
    needsProbe(build, listening)
      ? probeStage((program, output) => compile(build, program, output), platformArguments(build))
      : undefined,
    go.tested ? testStage(build) : undefined,
    options.pattern === 'multi' ? developmentStage(build, listening.port, needsProbe(build, listening)) : undefined,
    runtimeStage(build, listening),
  ];
}

function headBlock({ go, base }: GoBuild): Block {
  const suite = base === 'slim' || (go.cgo && base === 'distroless');
  return [
    '# GO_VERSION is the version of the language that the modules ask for.',
    `ARG GO_VERSION=${go.version}`,
    ...(base === 'alpine' ? [`ARG ALPINE_VERSION=${DEFAULT_VERSIONS.alpine}`] : []),
    ...(base === 'distroless' ? [`ARG DEBIAN_VERSION=${DEBIAN.number}`] : []),
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
