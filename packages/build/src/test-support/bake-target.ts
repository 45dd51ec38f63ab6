import type { BakeTarget } from '../bake/bake-target.ts';

/** A target that asks for nothing but what is said. */
export function bakeTarget(image: string, more: Partial<BakeTarget> = {}): BakeTarget {
  return {
    image,
    context: `/staged/${image}`,
    dockerfile: `/staged/${image}/Dockerfile`,
    args: new Map(),
    labels: new Map(),
    annotations: new Map(),
    contexts: new Map(),
    parents: new Map(),
    platforms: [],
    tags: [`acme/${image}:in-1`],
    secrets: [],
    ssh: [],
    cacheFrom: [],
    cacheTo: [],
    provenance: 'off',
    sbom: false,
    outputs: [{ kind: 'engine' }],
    reproducible: false,
    ...more,
  };
}

export const CONTAINERD = { driver: 'docker', store: 'containerd' } as const;
export const OVERLAY2 = { driver: 'docker', store: 'graph' } as const;
export const CONTAINER = { driver: 'docker-container', store: 'containerd' } as const;
