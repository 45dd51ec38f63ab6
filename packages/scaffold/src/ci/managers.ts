/** How a package manager installs in CI, and runs a program of the workspace. */
export interface ManagerCommands {
  /** What has to be there before it, where Node does not bring it. */
  readonly prepare: readonly string[];
  /** Absent where nothing is to be installed. */
  readonly install?: string;
  readonly exec: string;
  /** Its store, from the root, for a CI system that keeps folders; and what tells it to use that one. */
  readonly store: { readonly folder: string; readonly variable: string };
  readonly lockfile: string;
}

/** Node 25 and later leave corepack out. Source: Node.js documentation, "Corepack". */
const COREPACK = ['command -v corepack > /dev/null || npm install --global corepack', 'corepack enable'];

const MANAGERS: ReadonlyMap<string, ManagerCommands> = new Map(
  Object.entries({
    npm: {
      prepare: [],
      install: 'npm ci',
      exec: 'npx --no-install',
      store: { folder: '.ci-cache/npm', variable: 'npm_config_cache' },
      lockfile: 'package-lock.json',
    },
    pnpm: {
      prepare: COREPACK,
      install: 'pnpm install --frozen-lockfile',
      exec: 'pnpm exec',
      store: { folder: '.ci-cache/pnpm', variable: 'npm_config_store_dir' },
      lockfile: 'pnpm-lock.yaml',
    },
    yarn: {
      prepare: COREPACK,
      install: 'yarn install --immutable',
      exec: 'yarn run',
      store: { folder: '.ci-cache/yarn', variable: 'YARN_CACHE_FOLDER' },
      lockfile: 'yarn.lock',
    },
    bun: {
      prepare: ['npm install --global bun'],
      install: 'bun install --frozen-lockfile',
      exec: 'bunx --no-install',
      store: { folder: '.ci-cache/bun', variable: 'BUN_INSTALL_CACHE_DIR' },
      lockfile: 'bun.lock',
    },
  }),
);

/** Yarn 1 has another word for a lockfile that must not change. Without a manager there are no packages. */
export function managerCommands(name: string | undefined, version?: string): ManagerCommands {
  const commands = MANAGERS.get(name ?? 'npm') ?? MANAGERS.get('npm')!;
  if (name === undefined) {
    const { install: _nothing, ...rest } = commands;
    return rest;
  }
  if (name === 'yarn' && version?.startsWith('1.')) return { ...commands, install: 'yarn install --frozen-lockfile' };
  if (name === 'bun' && version !== undefined) return { ...commands, prepare: [`npm install --global bun@${version}`] };
  return commands;
}
