import { BACKING_SERVICES, type BackingService } from './backing-service.ts';
import type { ComposeMap, ComposeTrees } from './compose-tree.ts';
import { freePort } from './free-port.ts';
import { healthTest } from './health-test.ts';
import { lockedDown, supervised } from './locked-down.ts';
import { variablePrefix } from './names.ts';
import { SECRETS_FOLDER } from './places.ts';

/** A backing service by its name in the table, and the port of the host that development publishes it on. */
export interface Backing {
  readonly name: string;
  readonly service: BackingService;
  readonly hostPort: number;
}

/** The services asked for, once each; no two publish one port, nor one that is taken. */
export function backings(names: readonly string[], taken: Set<number>): Backing[] {
  return [...new Set(names)].map((name) => {
    const service = BACKING_SERVICES[name]!;
    return { name, service, hostPort: freePort(service.port, taken) };
  });
}

/** A backing service in each of the three files. `network` is the one that it is reached by, absent for the project's default. */
export function backingTrees({ name, service, hostPort }: Backing, network: string | undefined): ComposeTrees {
  const volumes = service.volumes.map((path, index) => [volumeName(name, path, index), path] as const);
  const secrets = Object.values(service.secrets ?? {});
  const base: ComposeMap = {
    image: service.image,
    user: service.user,
    ...(service.command && { command: service.command }),
    ...service.options,
    ...(service.environment && { environment: service.environment }),
    ...(secrets.length > 0 && { secrets }),
    ...(volumes.length > 0 && { volumes: volumes.map(([volume, path]) => `${volume}:${path}`) }),
    ...(network !== undefined && { networks: [network] }),
    healthcheck: {
      ...healthTest(
        service.healthcheck.map((word) => word.replaceAll('{host}', name)),
        service.start,
      ),
    },
    ...(volumes.length > 0 && { stop_grace_period: '30s' }),
    ...lockedDown(service.user, service.tmpfs, service.limits),
  };
  const port = `127.0.0.1:\${${variablePrefix(name)}_PORT:-${hostPort}}:${service.port}`;
  return {
    base: {
      services: { [name]: base },
      volumes: Object.fromEntries(volumes.map(([volume]) => [volume, {}])),
      secrets: Object.fromEntries(secrets.map((secret) => [secret, { file: `./${SECRETS_FOLDER}/${secret}` }])),
    },
    development: { services: { [name]: { ports: [port] } } },
    production: { services: { [name]: supervised(service.reservations) } },
  };
}

function volumeName(name: string, path: string, index: number): string {
  return index === 0 ? `${name}-data` : `${name}-${path.split('/').at(-1)}`;
}
