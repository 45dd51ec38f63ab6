import type { BuiltData } from '@dockwarden-internal/facts';
import type { BuiltExample } from '@dockwarden-internal/policy';

/** The built image that an example speaks of. */
export function builtExample(built: BuiltExample): BuiltData {
  const { env, labels, size, layers = [], ...said } = built;
  return {
    name: 'app',
    dockerfile: 'Dockerfile',
    ports: [],
    entrypoint: [],
    command: [],
    volumes: [],
    ...said,
    layers,
    size: size ?? layers.reduce((sum, layer) => sum + layer.size, 0),
    env: new Map(Object.entries(env ?? {})),
    labels: new Map(Object.entries(labels ?? {})),
  };
}
