import type { Service } from '../model/service.ts';
import { appEnvironment } from './app-environment.ts';
import type { Backing } from './backing-trees.ts';
import { type ComposeMap, type ComposeTrees, RESET } from './compose-tree.ts';
import { type HealthTest, writtenTest } from './health-test.ts';
import { lockedDown, supervised } from './locked-down.ts';
import { LOG_FOLDER } from './log-shipper.ts';
import { variablePrefix, verbatim } from './names.ts';

/** What the three files say of the app. */
export interface AppFacts {
  /** Name of the Compose project. */
  readonly project: string;
  /** Key of its service. */
  readonly name: string;
  readonly service: Service;
  /** Ports of the host that development publishes the app and its debugger on. */
  readonly hostPorts: { readonly app?: number; readonly debug?: number };
  /** Image that production runs, without tag. */
  readonly repository: string;
  /** Paths from the Compose files' folder. */
  readonly context: string;
  /** From the context. */
  readonly dockerfile: string;
  readonly backings: readonly Backing[];
  /** What it waits for, with the condition that can be met. */
  readonly waitsFor: Readonly<Record<string, 'service_healthy' | 'service_started'>>;
  /** Networks by name, with its aliases in them; undefined where it stays in the project's default. */
  readonly networks?: Readonly<Record<string, readonly string[]>>;
  readonly health: {
    readonly everywhere?: HealthTest;
    readonly development?: HealthTest;
    readonly production?: HealthTest;
  };
  /** True where something else lets requests in: a proxy beside it, or on a network of the host. */
  readonly behindProxy: boolean;
  /** True where it writes log files for a sidecar. */
  readonly writesLogs: boolean;
  /** Files of manifests and lockfiles, from the Compose files' folder: a change of one makes a new image. */
  readonly manifests: readonly string[];
  /** Sources mounted for development: path of the host from the Compose files' folder, path in the container. */
  readonly mounts: readonly { readonly source: string; readonly target: string }[];
}

const LIMITS = { cpus: '1.0', memory: '512M', pids: 256 } as const;
/** Compilers and watchers take more than what they make. */
const DEVELOPMENT_LIMITS = { cpus: '2.0', memory: '2G', pids: 1024 } as const;
const RESERVATIONS = { cpus: '0.25', memory: '128M' } as const;

export function appTrees(app: AppFacts): ComposeTrees {
  const services = (map: ComposeMap) => ({ services: { [app.name]: map } });
  return {
    base: services(baseOf(app)),
    development: app.service.development ? services(developmentOf(app)) : { services: {} },
    production: services(productionOf(app)),
  };
}

function baseOf({
  service,
  writesLogs,
  backings,
  waitsFor,
  networks,
  health,
  context,
  dockerfile,
}: AppFacts): ComposeMap {
  const environment = {
    ...written(service.environment),
    ...appEnvironment(backings),
    ...(writesLogs && { LOG_FOLDER }),
  };
  const secrets = backings.flatMap(({ service: { secrets } }) => (secrets ? [secrets.password] : []));
  const waiting = Object.entries(waitsFor).map(([name, condition]) => [name, { condition }]);
  return {
    build: { context: verbatim(context), dockerfile: verbatim(dockerfile) },
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(secrets.length > 0 && { secrets }),
    ...(waiting.length > 0 && { depends_on: Object.fromEntries(waiting) }),
    ...(writesLogs && { volumes: [`logs:${LOG_FOLDER}`] }),
    ...(networks && { networks: writtenNetworks(networks) }),
    ...(health.everywhere && { healthcheck: writtenTest(health.everywhere) }),
    ...lockedDown(service.user, service.writable, LIMITS),
  };
}

function writtenNetworks(networks: NonNullable<AppFacts['networks']>): ComposeMap | readonly string[] {
  const entries = Object.entries(networks);
  if (entries.every(([, aliases]) => aliases.length === 0)) return entries.map(([name]) => name);
  return Object.fromEntries(
    entries.map(([name, aliases]): [string, ComposeMap] => [name, aliases.length === 0 ? {} : { aliases }]),
  );
}

function developmentOf({ project, name, service, hostPorts, health, manifests, mounts }: AppFacts): ComposeMap {
  const development = service.development!;
  const prefix = variablePrefix(name);
  const port = development.port ?? service.port;
  const ports = [
    ...(port === undefined ? [] : [localPort(`${prefix}_PORT`, port, hostPorts.app)]),
    ...(development.debugPort === undefined
      ? []
      : [localPort(`${prefix}_DEBUG_PORT`, development.debugPort, hostPorts.debug)]),
  ];
  const volumes = [
    ...mounts.map(({ source, target }) => `${verbatim(source)}:${verbatim(target)}`),
    ...development.kept.map(verbatim),
  ];
  const environment = written(development.environment);
  return {
    image: `${project}:development`,
    build: { target: development.stage },
    command: development.command.map(verbatim),
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(ports.length > 0 && { ports }),
    ...(volumes.length > 0 && { volumes }),
    ...(health.development && { healthcheck: writtenTest(health.development) }),
    stop_grace_period: '2s',
    read_only: false,
    tmpfs: RESET,
    deploy: { resources: { limits: { ...DEVELOPMENT_LIMITS } } },
    ...(manifests.length > 0 && {
      develop: { watch: manifests.map((path) => ({ action: 'rebuild', path: verbatim(path) })) },
    }),
  };
}

function productionOf({ name, service, repository, health, behindProxy }: AppFacts): ComposeMap {
  const prefix = variablePrefix(name);
  const published = service.port !== undefined && !behindProxy;
  const { deploy, ...rest } = supervised(RESERVATIONS) as ComposeMap & { deploy: ComposeMap };
  return {
    image: `${repository}:\${TAG:?set TAG to the version to run}`,
    build: RESET,
    ...(published && {
      ports: [`\${${prefix}_ADDRESS:-127.0.0.1}:\${${prefix}_PORT:-${service.port}}:${service.port}`],
    }),
    ...(health.production && { healthcheck: writtenTest(health.production) }),
    ...rest,
    // Two containers cannot publish one port.
    deploy: { replicas: service.port !== undefined && behindProxy ? 2 : 1, ...deploy },
  };
}

function localPort(variable: string, port: number, hostPort = port): string {
  return `127.0.0.1:\${${variable}:-${hostPort}}:${port}`;
}

function written(environment: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, verbatim(value)]));
}
