import type { Diagnostic } from '@dockwarden-internal/syntax';
import { unplainPath } from '../dockerfile/plain-path.ts';
import { appHealth } from './app-health.ts';
import type { AppFacts } from './app-trees.ts';
import { BACKING_SERVICES, unknownBackingService } from './backing-service.ts';
import { backings } from './backing-trees.ts';
import type { ComposePaths, ReadText } from './compose-files.ts';
import type { ComposeRequest } from './compose-request.ts';
import { editedFile } from './edit-compose.ts';
import { type ExistingServices, existingServices } from './existing-services.ts';
import { freePort } from './free-port.ts';
import { LOG_SHIPPER } from './log-shipper.ts';
import { nameFault } from './name-faults.ts';
import { composeName, serviceName } from './names.ts';
import type { Networks } from './network-trees.ts';
import { portsElsewhere } from './ports-elsewhere.ts';
import { relativePath } from './relative-path.ts';
import { PROXY } from './reverse-proxy.ts';

export interface Situation {
  readonly facts: AppFacts;
  readonly networks: Networks;
}

/** What is asked for, held against what is there. */
export function readSituation(request: ComposeRequest, read: ReadText, paths: ComposePaths): Situation | Diagnostic {
  const { app, service, image, sidecars } = request;
  const { root, manifests, lockfiles } = app.project;
  const contextFolder = image.context === 'project' ? root : '.';
  const mounts = (service.development?.mounts ?? []).map(({ from, to }) => ({
    source: relativePath(root, `${contextFolder}/${from}`),
    target: to,
  }));
  const fault =
    unknownBackingService(request.with) ??
    unplainPath([root, image.dockerfile, ...mounts.flatMap(({ source, target }) => [source, target])]) ??
    nameFault(request, mounts);
  if (fault) return fault;

  const build = {
    context: relativePath(root, contextFolder),
    dockerfile: relativePath(contextFolder, image.dockerfile).replace(/^\.\//, ''),
  };
  const wanted = freeName(serviceName(app.project.name), [...request.with, LOG_SHIPPER, PROXY]);
  const text = read(paths.base);
  const existing = existingServices(text === undefined ? undefined : editedFile(paths.base, text), wanted, build);
  const { own, elsewhere } = divide(request.with, existing);
  const networks = networksOf(request, existing, own.length > 0);
  const taken = portsElsewhere(app, read);
  const free = (port: number | undefined) => (port === undefined ? undefined : freePort(port, taken));
  const appPort = free(service.development?.port ?? service.port);
  const debugPort = free(service.development?.debugPort);
  const facts: AppFacts = {
    ...build,
    project: composeName(app.project.name),
    name: existing.app ?? wanted,
    service,
    hostPorts: {
      ...(appPort !== undefined && { app: appPort }),
      ...(debugPort !== undefined && { debug: debugPort }),
    },
    repository: image.repository,
    backings: backings(own, taken),
    waitsFor: {
      ...Object.fromEntries(own.map((name) => [name, 'service_healthy' as const])),
      ...Object.fromEntries(
        elsewhere.map(({ key, healthy }) => [
          key,
          healthy ? ('service_healthy' as const) : ('service_started' as const),
        ]),
      ),
    },
    ...(networks.joined && { networks: networks.joined }),
    health: appHealth(service, image.dockerfile, image.text ?? read(image.dockerfile)),
    behindProxy: sidecars.includes('proxy') || networks.external !== undefined,
    writesLogs: sidecars.includes('logs'),
    manifests: [...new Set([...manifests, ...lockfiles])].map((path) => relativePath(root, path)),
    mounts,
  };
  return { facts, networks };
}

/** The name, or another one where a service beside the app has it. */
function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? `${name}-app` : name;
}

/** What is to be added, and what runs already under a name of the file's own. */
function divide(names: readonly string[], { byImage }: ExistingServices) {
  const found = (name: string) => byImage.get(BACKING_SERVICES[name]!.image.replace(/:[^/]*$/, ''));
  const isOwn = (name: string) => (found(name)?.key ?? name) === name;
  const once = [...new Set(names)];
  return { own: once.filter(isOwn), elsewhere: once.filter((name) => !isOwn(name)).map((name) => found(name)!) };
}

/** Networks of the project's own, unless its app is in others already: what is added joins it there. */
function networksOf(
  { network = {} }: ComposeRequest,
  { networks }: ExistingServices,
  withBackend: boolean,
): Networks & { joined?: Record<string, readonly string[]> } {
  const aliases = network.aliases ?? [];
  const external = network.external === undefined ? undefined : { key: 'external', name: network.external };
  const outside = external ? { [external.key]: aliases } : {};
  if (networks?.[0] === 'default') {
    const joined = external || aliases.length > 0 ? { default: aliases, ...outside } : undefined;
    return { own: false, ...(external && { external }), ...(joined && { joined }) };
  }
  if (networks && !networks.includes('frontend')) {
    const shared = networks[0]!;
    return {
      own: false,
      frontend: shared,
      backend: shared,
      ...(external && { external }),
      joined: { [shared]: aliases, ...outside },
    };
  }
  const backend: Record<string, readonly string[]> = withBackend ? { backend: [] } : {};
  return {
    own: true,
    frontend: 'frontend',
    ...(withBackend && { backend: 'backend' }),
    ...(external && { external }),
    joined: { frontend: aliases, ...backend, ...outside },
  };
}
