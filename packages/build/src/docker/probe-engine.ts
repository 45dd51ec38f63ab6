import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import { engineFault } from './engine-fault.ts';
import type { EngineState } from './engine-state.ts';
import { listAt, readJson, textAt } from './json.ts';
import { ENGINE_TIMEOUT } from './limits.ts';
import { normalPlatform } from './platform.ts';

/**
 * What is the least that works. buildx 0.19: `bake --allow=fs.read=…`, without which staged contexts are refused from 0.20 on. Engine 23:
 * the first whose own BuildKit (0.10) takes named contexts, through which bases are pinned and images of the workspace linked.
 */
const LEAST = { buildx: [0, 19], engine: [23, 0] } as const;

export interface ProbeOptions {
  /** Name of a buildx builder; absent for the one in use. */
  readonly builder?: string;
  readonly signal?: AbortSignal;
}

/** Looks at engine, buildx and builder, once per run and only where something is to be built. About 0.2 s. */
export async function probeEngine(
  run: RunProgram,
  { builder, signal }: ProbeOptions = {},
): Promise<EngineState | Diagnostic> {
  const ask = (...args: string[]) => run('docker', args, { timeout: ENGINE_TIMEOUT, signal });
  const [versions, plugin, inspected, status] = await Promise.all([
    ask('version', '--format', '{{json .}}'),
    ask('buildx', 'version'),
    ask('buildx', 'inspect', ...(builder === undefined ? [] : [builder])),
    ask('info', '--format', '{{json .DriverStatus}}'),
  ]);
  const fault = engineFault(versions);
  if (fault) return fault;
  const told = readJson(versions.stdout);
  const server = textAt(told, 'Server', 'Version');
  if (server === undefined) return notRecognised(versions.stderr);
  const buildx = /\bv?(\d+\.\d+\.\d+\S*)/.exec(plugin.stdout)?.[1];
  if (plugin.code !== 0 || buildx === undefined) return NO_BUILDX;
  if (isOlder(buildx, LEAST.buildx)) return tooOld('buildx', buildx, '0.19', 'that builds may read staged contexts');
  if (isOlder(server, LEAST.engine)) return tooOld('The Docker engine', server, '23.0', 'named build contexts');
  if (inspected.code !== 0) return engineFault(inspected) ?? noBuilder(builder, inspected.stderr);
  return {
    client: textAt(told, 'Client', 'Version') ?? '',
    server,
    buildx,
    ...builderOf(inspected.stdout),
    store: isContainerd(readJson(status.stdout)) ? 'containerd' : 'graph',
    platform: normalPlatform(`${textAt(told, 'Server', 'Os') ?? 'linux'}/${textAt(told, 'Server', 'Arch') ?? 'amd64'}`),
  };
}

export function isDiagnostic(value: object): value is Diagnostic {
  return 'exit' in value && 'code' in value && 'message' in value;
}

type Builder = Pick<EngineState, 'builder' | 'driver' | 'buildkit' | 'platforms'>;

/** `docker buildx inspect` has no JSON: lines of `Name: value`, first those of the builder, then those of its nodes. */
function builderOf(text: string): Builder {
  const values = (name: string) =>
    [...text.matchAll(/^([A-Za-z ]+):[ \t]+(\S.*)$/gm)]
      .filter(([, key]) => key === name)
      .map((match) => match[2]!.trim());
  const platforms = values('Platforms').flatMap((list) => list.split(',').map((each) => each.replace('*', '')));
  const buildkit = values('BuildKit version')[0];
  return {
    builder: values('Name')[0] ?? 'default',
    driver: values('Driver')[0] ?? 'docker',
    ...(buildkit && { buildkit }),
    platforms: [...new Set(platforms.map(normalPlatform))],
  };
}

function isContainerd(status: unknown): boolean {
  return listAt(status).some((pair) => textAt(pair, 1)?.startsWith('io.containerd.snapshotter'));
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [own = 0, next = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return own < major || (own === major && next < minor);
}

const NO_BUILDX: Diagnostic = {
  code: 'engine/no-buildx',
  message: 'Docker has no buildx, which builds images here.',
  hint: 'Install the plugin docker-buildx (package docker-buildx-plugin or docker-buildx), 0.19 or later.',
  exit: 3,
};

function tooOld(what: string, version: string, least: string, why: string): Diagnostic {
  return {
    code: 'engine/too-old',
    message: `${what} ${version} is too old: ${least} is the first with ${why}.`,
    hint: 'Update Docker.',
    exit: 3,
  };
}

function noBuilder(builder: string | undefined, stderr: string): Diagnostic {
  const name = /no builder "(.{1,200}?)" found/.exec(stderr)?.[1] ?? builder;
  return {
    code: 'engine/no-builder',
    message: name ? `There is no builder "${name}".` : `The builder cannot be used: ${stderr.trim().slice(0, 500)}`,
    hint: 'List builders with "docker buildx ls", make one with "docker buildx create", or leave "builder" out.',
    exit: 3,
  };
}

function notRecognised(stderr: string): Diagnostic {
  return {
    code: 'engine/unreachable',
    message: `The Docker engine does not tell its version${stderr.trim() ? `: ${stderr.trim().slice(0, 300)}` : '.'}`,
    hint: 'See that "docker version" shows a server.',
    exit: 3,
  };
}
