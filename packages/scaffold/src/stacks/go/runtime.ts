import { worstStatus } from '../../detect/serving.ts';
import { makeUser, NONROOT_ID, userLine } from '../../dockerfile/app-user.ts';
import type { Block } from '../../dockerfile/dockerfile-text.ts';
import { healthCheck } from '../../dockerfile/health-check.ts';
import { labelLines } from '../../dockerfile/label-lines.ts';
import { PROBE } from './probe.ts';
import type { GoBuild } from './stages.ts';

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
export function runtimeStage(build: GoBuild, listening: Listening): Block {
  return [
    '# runtime is what ships: the program and what it takes from a system.',
    ...runtimeBase(build),
    'WORKDIR /app',
    'COPY --from=build /out/app ./',
    ...(needsProbe(build, listening) ? ['COPY --from=probe /out/probe ./'] : []),
    ...startLines(build, listening),
  ];
}

function runtimeBase({ go, base }: GoBuild): string[] {
  if (base === 'alpine') return ['FROM alpine:${ALPINE_VERSION} AS runtime', makeUser('alpine')];
  if (base === 'distroless')
    return [`FROM gcr.io/distroless/${go.cgo ? 'base' : 'static'}-debian\${DEBIAN_VERSION}:nonroot AS runtime`];
  return [
    'FROM debian:${DEBIAN_SUITE}-slim AS runtime',
    makeUser('debian'),
    'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/',
  ];
}

/** The same probe where it is made; the images of Go have wget besides. */
export function developmentProbe(build: GoBuild, listening: Listening): readonly string[] {
  return probeCommand(build, listening, 'probe');
}

/** User, port, health check, start and labels: the end of every final stage. */
export function startLines(build: GoBuild, listening: Listening): string[] {
  const { port } = listening;
  const probe = probeCommand(build, listening, PROBE);
  return [
    ...(port !== undefined && build.go.serving.portVariable ? [`ENV PORT=${port}`] : []),
    userLine(userOf(build)),
    ...(port === undefined ? [] : [`EXPOSE ${port}`, healthCheck(probe)]),
    'ENTRYPOINT ["/app/app"]',
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
