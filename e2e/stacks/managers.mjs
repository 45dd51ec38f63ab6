/**
 * The package managers of the cases. `lockfile` is what it writes; `lock` the command that writes it and installs nothing, run where no lockfile
 * is committed: several name hosts of registries in theirs. `field` is what package.json says under packageManager.
 */
export const MANAGERS = {
  npm: {
    lockfile: 'package-lock.json',
    field: 'npm@10.9.4',
    local: '*',
    lock: npm('install', '--before=2026-08-01', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'),
    install: npm('ci', '--ignore-scripts', '--no-audit', '--no-fund'),
  },
  pnpm: {
    lockfile: 'pnpm-lock.yaml',
    field: 'pnpm@10.34.9',
    local: 'workspace:*',
    lock: npx('pnpm@10.34.9', 'pnpm', 'install', '--lockfile-only', '--ignore-scripts'),
    install: npx('pnpm@10.34.9', 'pnpm', 'install', '--frozen-lockfile', '--ignore-scripts'),
  },
  yarn: {
    lockfile: 'yarn.lock',
    field: 'yarn@1.22.22',
    local: '*',
    lock: npx('yarn@1.22.22', 'yarn', 'install', '--ignore-scripts', '--ignore-engines', '--no-progress'),
    leavings: ['node_modules'],
  },
  berry: {
    lockfile: 'yarn.lock',
    field: 'yarn@4.18.1',
    local: 'workspace:*',
    settings: { '.yarnrc.yml': 'nodeLinker: node-modules\nenableGlobalCache: false\n' },
    lock: npx('@yarnpkg/cli-dist@4.18.1', 'yarn', 'install', '--mode=update-lockfile'),
    leavings: ['node_modules', '.yarn'],
  },
  bun: {
    lockfile: 'bun.lock',
    field: 'bun@1.3.0',
    local: 'workspace:*',
    lock: npx('bun@1.3.0', 'bun', 'install', '--lockfile-only'),
  },
  uv: {
    lockfile: 'uv.lock',
    lock: [
      ['python3', '-m', 'pip', 'install', '--quiet', '--target', '{tools}', 'uv==0.9.9'],
      ['{tools}/bin/uv', 'lock'],
    ],
  },
  poetry: { lockfile: 'poetry.lock' },
  pip: {},
  go: { lockfile: 'go.sum' },
  maven: {},
  gradle: {},
  cargo: { lockfile: 'Cargo.lock', lock: [['cargo', 'generate-lockfile']] },
  nuget: {},
  make: {},
};

function npm(...args) {
  return [['npm', ...args]];
}

function npx(spec, program, ...args) {
  return [['npx', '--yes', `--package=${spec}`, '--', program, ...args]];
}
