import { type HealthRoute, healthRoute } from '../../detect/health-route.ts';
import { type SourceFile, sourceFiles } from '../../detect/source-files.ts';
import type { App } from '../../model/app.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { NodeProject } from './project/layout.ts';
import { type NodeVersion, nodeVersion } from './project/node-version.ts';
import { type NxBuild, nxBuild } from './project/nx-build.ts';
import { type Build, buildOf } from './sources/build-output.ts';
import { type Framework, frameworkOf } from './sources/frameworks.ts';
import { type Listening, listening } from './sources/listening.ts';
import { routeFile } from './sources/route-file.ts';
import { type StartCommand, startCommand } from './sources/start-command.ts';
import { stopsBy } from './sources/stops.ts';

/** What is found out of a Node.js server. */
export interface NodeDetails {
  readonly project: NodeProject;
  readonly version: NodeVersion;
  readonly framework: Framework;
  readonly start?: StartCommand;
  readonly build?: Build;
  /** What Nx builds, in an integrated workspace. */
  readonly nx?: NxBuild;
  readonly listening: Listening;
  /** Route that says how the app is, if the sources have one. */
  readonly healthPath?: string;
  /** Something handles SIGTERM. */
  readonly stops: boolean;
}

const SOURCES = { endings: ['.js', '.mjs', '.cjs', '.ts', '.mts', '.tsx', '.jsx'] };

function nodeSources(app: App): SourceFile[] {
  return sourceFiles(app.fs, app.project.root, SOURCES);
}

export function nodeDetails(app: App, project: NodeProject): { details: NodeDetails; evidence: Evidence[] } {
  const files = nodeSources(app);
  const { manifest } = project;
  const version = nodeVersion(app.project);
  const integrated = project.layout.kind === 'integrated';
  const framework = frameworkOf(project, integrated ? files : undefined);
  const nx = integrated ? nxBuild(app) : undefined;
  const start = integrated ? startOf(nx) : startCommand(app, manifest);
  const build = integrated ? undefined : buildOf(app, manifest, start?.start.entry);
  const port = listening(files, 3000);
  const route = healthRouteOf(framework.framework, files);
  const stops = stopsBy(files);
  const evidence: Evidence[] = [framework.evidence, version.evidence];
  if (start) evidence.push(start.evidence);
  if (build) evidence.push(build.evidence);
  if (nx) evidence.push({ what: `nx build writes ${nx.output}`, why: nx.why });
  evidence.push(port.evidence);
  if (route) evidence.push({ what: `health route ${route.path}`, why: route.file });
  evidence.push(
    stops ? { what: 'stops on SIGTERM', why: stops } : { what: 'tini as PID 1', why: 'no source handles SIGTERM' },
  );
  return {
    details: {
      project,
      version: version.version,
      framework: framework.framework,
      start: start?.start,
      build: build?.build,
      nx,
      listening: port.listening,
      healthPath: route?.path,
      stops: stops !== undefined,
    },
    evidence,
  };
}

function healthRouteOf(framework: Framework, files: readonly SourceFile[]): HealthRoute | undefined {
  const byFile = framework === 'remix' || framework === 'react-router' ? routeFile(files) : undefined;
  return byFile ?? prefixed(healthRoute(files), framework, files);
}

function startOf(nx: NxBuild | undefined): { start: StartCommand; evidence: Evidence } | undefined {
  if (!nx) return undefined;
  const start = { args: [nx.entry], entry: nx.entry, environment: {} };
  return { start, evidence: { what: `starts node ${nx.entry}`, why: nx.executor ?? nx.why } };
}

/** Nest puts a prefix in front of all routes. Source: NestJS documentation, "Global prefix". */
function prefixed(
  route: HealthRoute | undefined,
  framework: Framework,
  files: readonly SourceFile[],
): HealthRoute | undefined {
  if (route === undefined || framework !== 'nestjs') return route;
  for (const { text } of files) {
    const [, prefix, rest] = /setGlobalPrefix\(\s*['"`]\/?([\w/-]{1,80}?)\/?['"`]([^;]{0,200})/.exec(text) ?? [];
    if (prefix === undefined) continue;
    return /exclude/.test(rest!) && rest!.includes(route.path.slice(1))
      ? route
      : { ...route, path: `/${prefix}${route.path}` };
  }
  return route;
}
