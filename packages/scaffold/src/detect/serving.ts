import type { Evidence } from '../model/evidence.ts';
import type { SetupOptions } from '../model/setup-options.ts';
import { type HealthRoute, healthRoute, NO_HEALTH_ROUTE } from './health-route.ts';
import { type FoundPort, listeningPort } from './listening-port.ts';
import type { SourceFile } from './source-files.ts';

/** What an app's sources say of how it is reached. */
export interface Serving {
  /** What it listens on, or the stack's usual port; absent for what serves nothing. */
  readonly port?: number;
  /** Port and file, where a file says it. */
  readonly found?: FoundPort;
  /** Whether the app listens on what the environment's PORT says. */
  readonly portVariable: boolean;
  readonly health?: HealthRoute;
}

export interface ServingSearch {
  /** Whose first group is a port. */
  readonly ports: readonly RegExp[];
  /** Reads PORT of the environment. */
  readonly variable: RegExp;
  readonly usualPort: number;
  /** Whether it serves at all. */
  readonly serves: boolean;
}

export function findServing(files: readonly SourceFile[], search: ServingSearch): Serving {
  const health = healthRoute(files);
  const portVariable = files.some(({ text }) => search.variable.test(text));
  const found = listeningPort(files, search.ports);
  const port = found?.port ?? (search.serves ? search.usualPort : undefined);
  return {
    ...(port !== undefined && { port }),
    ...(found && { found }),
    portVariable,
    ...(health && { health }),
  };
}

export function servingEvidence({ port, found, health }: Serving): Evidence[] {
  return [
    ...(port === undefined
      ? []
      : [{ what: `port ${port}`, why: found ? `${found.file} listens on it` : 'no file says which; the usual one' }]),
    ...(health ? [{ what: `health route ${health.path}`, why: `declared in ${health.file}` }] : []),
  ];
}

/** The lowest status that is no good answer of a health check. */
export function worstStatus(healthPath: string | undefined): number {
  return healthPath === undefined ? 500 : 300;
}

/** How the image is reached: what was asked for, else what was found. */
export interface Reached {
  readonly port?: number;
  /** Absent where no route is known: any answer of / that is no fault of the server then counts as well. */
  readonly healthPath?: string;
  readonly notes: readonly string[];
}

/** `given`: the start command tells the app its port, whatever its sources say. */
export function reachedBy(
  serving: Serving,
  options: Pick<SetupOptions, 'port' | 'healthPath'>,
  { given }: { readonly given: boolean },
): Reached {
  const healthPath = options.healthPath ?? serving.health?.path;
  const port = options.port ?? serving.port;
  const notes: string[] = [];
  if (port !== undefined && healthPath === undefined) notes.push(NO_HEALTH_ROUTE);
  const { found } = serving;
  if (!given && !serving.portVariable && options.port !== undefined && found && found.port !== options.port)
    notes.push(`${found.file} listens on ${found.port}: let it listen on ${options.port}, as the image says.`);
  return { ...(port !== undefined && { port }), ...(healthPath !== undefined && { healthPath }), notes };
}
