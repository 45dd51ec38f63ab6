import { join, posix } from 'node:path';
import { buildOf, dockerfilePath, known, type World } from '@dockwarden-internal/facts';

/** A service of Compose files, as the labels of its containers name it. */
export interface ComposedService {
  /** Absolute folder of the first of its files. */
  readonly folder: string;
  readonly name: string;
}

/** The services that build a Dockerfile of the workspace, whatever they are called and whichever of its stages they run. */
export function composedServices(world: World, root: string, dockerfile: string): ComposedService[] {
  return world.composes.flatMap(({ files, services }) => {
    const first = files[0]?.source.path;
    if (first === undefined) return [];
    const folder = join(root, posix.dirname(first));
    return services.flatMap((service) => {
      const build = buildOf(service);
      return build && known(dockerfilePath(build)) === dockerfile ? [{ folder, name: service.name }] : [];
    });
  });
}
