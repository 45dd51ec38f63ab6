import { worstStatus } from '../../detect/serving.ts';
import { makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { execForm } from '../../dockerfile/exec-form.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { extractedFolder } from '../../patterns/extracted-folder.ts';
import { entryCopies, namedEntries } from '../../patterns/named-entries.ts';
import { PROBE, probeLines } from './probe.ts';
import { compile, compilerLines, dependenciesLines, type GoBuild, sourceCopies } from './stages.ts';

/** How the program is reached. */
export interface Listening {
  readonly port?: number;
  /** Absent where no route is known. */
  readonly healthPath?: string;
}

/** BusyBox of Alpine asks by itself, where only a success counts. */
export function needsProbe({ base }: GoBuild, { port, healthPath }: Listening): boolean {
  return port !== undefined && (base !== 'alpine' || healthPath === undefined);
}

/** What ships: the program, on nothing that it does not need. */
export function runtimeStage(build: GoBuild, listening: Listening, copies: readonly string[]): Block {
  return [
    '# runtime is what ships: the program and what it takes from a system.',
    ...runtimeBase(build),
    'WORKDIR /app',
    ...copies,
    ...startLines(build, listening),
  ];
}

/** The program and its probe, from the stages that made them. */
export function programCopies(build: GoBuild, listening: Listening, target: string): string[] {
  return [
    `COPY --from=build /out/${build.name} ${target}`,
    ...(needsProbe(build, listening) ? [`COPY --from=probe /out/probe ${target}`] : []),
  ];
}

function singleSources(build: GoBuild): string[] {
  const { app, go } = build;
  if (go.layout.context === 'workspace') return sourceCopies(build);
  return entryCopies(namedEntries(app.fs, app.project.root, /\.go$/));
}

/** The same from where an extraction has laid them. */
export function extractedCopies(build: GoBuild, listening: Listening): string[] {
  const folder = extractedFolder(build.app.project.name);
  return [build.name, ...(needsProbe(build, listening) ? ['probe'] : [])].map((name) => `COPY ${folder}/${name} ./`);
}

/** Everything in one stage, for prototypes: the compiler ships with the program. */
export function singleStage(build: GoBuild, listening: Listening): Block {
  const make = (program: string, output: string) => compile(build, program, output);
  return [
    '# runtime builds and ships in one stage, so that it keeps the compiler and the sources.',
    ...compilerLines(build, 'runtime'),
    makeUser(build.base === 'alpine' ? 'alpine' : 'debian'),
    ...(needsProbe(build, listening) ? probeLines(make, PROBE) : []),
    ...dependenciesLines(build),
    ...singleSources(build),
    make(build.places.program, `/app/${build.name}`),
    'WORKDIR /app',
    ...startLines(build, listening),
  ];
}

function runtimeBase({ app, go, base, options }: GoBuild): string[] {
  if (base === 'alpine') return ['FROM alpine:${ALPINE_VERSION} AS runtime', makeUser('alpine')];
  if (base === 'distroless')
    return [`FROM gcr.io/distroless/${go.cgo ? 'base' : 'static'}-debian\${DEBIAN_VERSION}:nonroot AS runtime`];
  return [
    'FROM debian:${DEBIAN_SUITE}-slim AS runtime',
    makeUser('debian'),
    options.pattern === 'builder'
      ? `COPY ${extractedFolder(app.project.name)}/ca-certificates.crt /etc/ssl/certs/`
      : 'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
  ];
}

/** The same probe where it is made; the images of Go have wget besides. */
export function developmentProbe(build: GoBuild, listening: Listening): readonly string[] {
  return probeCommand(build, listening, 'probe');
}

/** User, port, health check, start and labels: the end of every final stage. */
function startLines(build: GoBuild, listening: Listening): string[] {
  const { port } = listening;
  const probe = probeCommand(build, listening, PROBE);
  return [
    ...(port !== undefined && build.go.serving.portVariable ? [`ENV PORT=${port}`] : []),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe)]),
    `ENTRYPOINT ${execForm([`/app/${build.name}`])}`,
    ...labelLines({ title: build.app.project.name }),
  ];
}

function probeCommand(build: GoBuild, listening: Listening, program: string): readonly string[] {
  const { port, healthPath } = listening;
  const address = `http://127.0.0.1:${port}${healthPath ?? '/'}`;
  return needsProbe(build, listening)
    ? [program, address, `${worstStatus(healthPath)}`]
    : ['wget', '-q', '-O', '/dev/null', address];
}

export function userOf({ base, options }: GoBuild): number {
  return base === 'distroless' && options.pattern !== 'single' ? NONROOT_ID : 1000;
}
