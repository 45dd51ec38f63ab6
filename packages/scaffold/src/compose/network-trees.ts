import type { ComposeTrees } from './compose-tree.ts';

/** Names of a project's networks in its files; none where services stay in the project's default network. */
export interface Networks {
  /** True where frontend and backend are the ones that are written here; otherwise what is added joins a network that is there. */
  readonly own: boolean;
  /** Of what lets requests in. */
  readonly frontend?: string;
  /** Of databases and the like. */
  readonly backend?: string;
  /** Of a network outside of the project, and its real name. */
  readonly external?: { readonly key: string; readonly name: string };
}

/** A database has no business in the internet: in production its network has no way out. Source: Compose specification, "networks". */
export function networkTrees({ own, frontend, backend, external }: Networks): ComposeTrees {
  const bridges = own ? [frontend, backend].filter((name) => name !== undefined) : [];
  return {
    base: {
      services: {},
      networks: {
        ...Object.fromEntries(bridges.map((name) => [name, { driver: 'bridge' }])),
        ...(external && { [external.key]: { external: true, name: external.name } }),
      },
    },
    development: { services: {} },
    production: { services: {}, ...(own && backend !== undefined && { networks: { [backend]: { internal: true } } }) },
  };
}
