// Builds the published @dockwarden/nx into packages/nx/dist. `dockwarden` has to be built, too, for it to run.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { thirdPartyNotices } from './bundle/third-party-notices.mjs';
import { withoutSideEffects } from './bundle/without-side-effects.mjs';

const root = join(import.meta.dirname, '..');
const nx = join(root, 'packages/nx');
const dist = join(nx, 'dist');

/** What is loaded by itself: the plugin on every command of Nx, the rest when a task or a generator runs. */
const ENTRIES = {
  plugin: 'plugin.ts',
  'executors/lint': 'executors/lint/lint.ts',
  'executors/lint-batch': 'executors/lint/lint-batch.ts',
  'executors/build': 'executors/images/build.ts',
  'executors/build-batch': 'executors/images/build-batch.ts',
  'executors/push': 'executors/images/push.ts',
  'executors/push-batch': 'executors/images/push-batch.ts',
  'executors/extract': 'executors/images/extract.ts',
  'executors/extract-batch': 'executors/images/extract-batch.ts',
  'executors/scan': 'executors/images/scan.ts',
  'executors/scan-batch': 'executors/images/scan-batch.ts',
  'executors/run': 'executors/day-to-day/run.ts',
  'executors/shell': 'executors/day-to-day/shell.ts',
  'executors/logs': 'executors/day-to-day/logs.ts',
  'executors/inspect': 'executors/day-to-day/inspect.ts',
  'executors/up': 'executors/day-to-day/up.ts',
  'executors/down': 'executors/day-to-day/down.ts',
  'generators/init': 'generators/init/init.ts',
  'generators/docker-fix': 'generators/docker-fix/docker-fix.ts',
  'generators/docker-ci': 'generators/docker-ci/docker-ci.ts',
  'generators/docker-pin': 'generators/docker-pin/docker-pin.ts',
  'generators/docker-policy': 'generators/docker-policy/docker-policy.ts',
  'generators/docker-setup': 'generators/docker-setup/docker-setup.ts',
  'generators/docker-compose': 'generators/docker-compose/docker-compose.ts',
  'generators/sync': 'generators/sync/sync.ts',
};

const SCHEMAS = {
  ...{
    run: 'executors',
    shell: 'executors',
    logs: 'executors',
    inspect: 'executors',
    up: 'executors',
    down: 'executors',
  },
  ...{ lint: 'executors', build: 'executors', push: 'executors', extract: 'executors', scan: 'executors' },
  ...{ init: 'generators', 'docker-fix': 'generators', 'docker-ci': 'generators', 'docker-pin': 'generators' },
  ...{
    'docker-policy': 'generators',
    'docker-setup': 'generators',
    'docker-compose': 'generators',
    sync: 'generators',
  },
};

export async function buildNx() {
  const { version } = readJson(join(root, 'package.json'));
  for (const made of ['executors', 'generators', 'vendor', 'plugin.js'])
    rmSync(join(dist, made), { recursive: true, force: true });
  const program = await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, source]) => [name, join(nx, 'src', source)])),
    outdir: dist,
    bundle: true,
    platform: 'node',
    // Nx loads plugins, executors and generators with require; lazy imports become lazy requires.
    format: 'cjs',
    supported: { 'dynamic-import': false },
    target: 'node20.19',
    // jsonc-parser's `main` requires by names that a bundler cannot follow.
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    external: ['nx', '@nx/devkit'],
    plugins: [runFromDockwarden, lazyYaml, withoutSideEffects(root)],
    define: { __DOCKWARDEN_VERSION__: JSON.stringify(version) },
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: root,
    metafile: true,
  });
  const yaml = await build({
    stdin: { contents: `module.exports = require('yaml')`, resolveDir: root },
    outfile: join(dist, 'vendor/yaml.js'),
    bundle: true,
    platform: 'node',
    minify: true,
    absWorkingDir: root,
    metafile: true,
  });
  const notices = thirdPartyNotices([program.metafile, yaml.metafile], root);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices);
  for (const [name, folder] of Object.entries(SCHEMAS)) {
    mkdirSync(join(dist, folder), { recursive: true });
    cpSync(join(nx, 'schemas', `${name}.generated.json`), join(dist, folder, `${name}.schema.json`));
  }
  for (const file of ['executors.json', 'generators.json', 'migrations.json', 'README.md', 'bin']) {
    cpSync(join(nx, 'publish', file), join(dist, file), { recursive: true });
  }
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
  const { name, ...manifest } = readJson(join(nx, 'publish/package.json'));
  writeJson(join(dist, 'package.json'), { name, version, ...manifest, dependencies: { dockwarden: version } });
}

/** The run layer, with facts, policies and engine, ships once: in `dockwarden`, of exactly this version. */
const runFromDockwarden = {
  name: 'run-from-dockwarden',
  setup(context) {
    context.onResolve({ filter: /^@dockwarden-internal\/run$/ }, () => ({
      path: 'dockwarden/internal',
      external: true,
    }));
  },
};

/** Only the plugin reads YAML, and only where a workspace has some to read: a file of its own, loaded then. */
const lazyYaml = {
  name: 'lazy-yaml',
  setup(context) {
    context.onResolve({ filter: /^yaml$/ }, () => ({ path: './vendor/yaml.js', external: true }));
  },
};

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildNx();
