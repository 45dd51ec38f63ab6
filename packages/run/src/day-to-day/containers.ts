import { OWN_PREFIX, type RunProgram } from '@dockwarden-internal/build';
import { engineFault } from '@dockwarden-internal/build/docker/engine-fault';
import { at, mapAt, readJsonLines, textAt } from '@dockwarden-internal/build/docker/json';
import { ENGINE_TIMEOUT } from '@dockwarden-internal/build/docker/limits';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { staysIn } from '@dockwarden-internal/workspace';
import { composedServices } from './composed-services.ts';
import type { OpenedImage } from './open-image.ts';

/** Labels of the containers that are started here, by which they are found again. */
export const RUN_IMAGE = `${OWN_PREFIX}run.image`;
export const RUN_WORKSPACE = `${OWN_PREFIX}run.workspace`;

/** Labels of Compose's containers. Source: docker compose, `pkg/api/labels.go`. */
const COMPOSE_SERVICE = 'com.docker.compose.service';
const COMPOSE_FOLDER = 'com.docker.compose.project.working_dir';

/** A container of an image, as the engine tells it. */
export interface Container {
  readonly id: string;
  readonly name: string;
  readonly isRunning: boolean;
  /** `running`, `exited`. */
  readonly status: string;
  /** `starting`, `healthy`, `unhealthy`; absent without a health check. */
  readonly health?: string;
  readonly startedAt: string;
  /** `127.0.0.1:3000->3000/tcp`. */
  readonly ports: readonly string[];
  /** Whether it was started here, and not by Compose. */
  readonly isOurs: boolean;
}

/** The containers of an image of this workspace: those started here, and those of Compose files; what runs first, the newest first. */
export async function containersOf(
  run: RunProgram,
  { root, image, scene }: Pick<OpenedImage, 'root' | 'image' | 'scene'>,
): Promise<readonly Container[] | Diagnostic> {
  const listed = await Promise.all(
    [`${RUN_IMAGE}=${image.name}`, COMPOSE_SERVICE].map((label) =>
      run('docker', ['container', 'ls', '--all', '--quiet', '--no-trunc', '--filter', `label=${label}`], {
        timeout: ENGINE_TIMEOUT,
      }),
    ),
  );
  const fault = listed.map(engineFault).find((each) => each !== undefined);
  if (fault) return fault;
  const ids = [
    ...new Set(listed.flatMap(({ stdout }) => stdout.split('\n').filter((id) => /^[\da-f]{12,64}$/.test(id)))),
  ];
  if (ids.length === 0) return [];
  const args = ['container', 'inspect', '--format', '{{json .}}', '--', ...ids];
  const { stdout } = await run('docker', args, { timeout: ENGINE_TIMEOUT });
  const named = new Set([image.name, image.project]);
  const building = composedServices(scene.world, root, image.dockerfile);
  return readJsonLines(stdout)
    .flatMap((value) => {
      const labels = mapAt(value, 'Config', 'Labels');
      const isOurs = labels.get(RUN_IMAGE) === image.name && labels.get(RUN_WORKSPACE) === root;
      const folder = labels.get(COMPOSE_FOLDER);
      const service = labels.get(COMPOSE_SERVICE);
      const isComposed =
        folder !== undefined &&
        staysIn(root, folder) &&
        (named.has(service) || building.some((each) => each.folder === folder && each.name === service));
      return isOurs || isComposed ? (readContainer(value, isOurs) ?? []) : [];
    })
    .sort((a, b) => Number(b.isRunning) - Number(a.isRunning) || (a.startedAt < b.startedAt ? 1 : -1));
}

function readContainer(value: unknown, isOurs: boolean): Container | undefined {
  const id = textAt(value, 'Id');
  if (id === undefined) return undefined;
  const status = textAt(value, 'State', 'Status') ?? 'unknown';
  const health = textAt(value, 'State', 'Health', 'Status');
  return {
    id,
    name: (textAt(value, 'Name') ?? id.slice(0, 12)).replace(/^\//, ''),
    isRunning: status === 'running',
    status,
    ...(health !== undefined && health !== 'none' && { health }),
    startedAt: textAt(value, 'State', 'StartedAt') ?? '',
    ports: publishedPorts(at(value, 'NetworkSettings', 'Ports')),
    isOurs,
  };
}

function publishedPorts(ports: unknown): string[] {
  if (typeof ports !== 'object' || ports === null) return [];
  return Object.entries(ports).flatMap(([port, bindings]) =>
    (Array.isArray(bindings) ? bindings : []).map(
      (each) => `${textAt(each, 'HostIp') ?? ''}:${textAt(each, 'HostPort') ?? '?'}->${port}`,
    ),
  );
}
