import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { serveReleases, serveScoped } from '../support/scoped-registry.mjs';
import { BONES, manifest, NX_JSON } from './shared-files.mjs';

const FAT = 'FROM debian:12\nRUN apt-get install -y curl\n';
const LEAN = 'FROM debian:12\nRUN apt-get install --no-install-recommends -y curl\n';

describe('docker-fix', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      ...BONES,
      'package.json': { ...BONES['package.json'], devDependencies: { '@dockwarden/nx': '*' } },
      'apps/api/package.json': manifest('api'),
      'apps/api/Dockerfile': FAT,
      'apps/web/package.json': manifest('web'),
      'apps/web/Dockerfile': FAT,
    });
  });
  after(() => workspace.dispose());

  test('--dry-run names the file and changes nothing', () => {
    const { code, output } = workspace.nx(['g', 'docker-fix', 'api', '--dry-run']);
    assert.equal(code, 0, output);
    assert.match(output, /UPDATE apps\/api\/Dockerfile/);
    assert.doesNotMatch(output, /apps\/web/);
    assert.equal(workspace.read('apps/api/Dockerfile'), FAT);
  });

  test('without it, the project is mended, and it alone', () => {
    const { code, output } = workspace.nx(['g', 'docker-fix', 'api', '--no-interactive']);
    assert.equal(code, 0, output);
    assert.equal(workspace.read('apps/api/Dockerfile'), LEAN);
    assert.equal(workspace.read('apps/web/Dockerfile'), FAT);
  });

  test('without a project, the workspace', () => {
    assert.equal(workspace.nx(['g', '@dockwarden/nx:docker-fix', '--no-interactive']).code, 0);
    assert.equal(workspace.read('apps/web/Dockerfile'), LEAN);
  });

  test('an unknown project or option is an error that names it', () => {
    const project = workspace.nx(['g', 'docker-fix', 'nope', '--no-interactive']);
    assert.equal(project.code, 1);
    assert.match(project.output, /'nope'/);
    const option = workspace.nx(['g', 'docker-fix', 'api', '--unsaf', '--no-interactive']);
    assert.equal(option.code, 1);
    assert.match(option.output, /'unsaf'/);
  });
});

describe('init', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      ...BONES,
      'nx.json': { ...NX_JSON, plugins: [] },
      // Named already, so that nothing is to be installed; `nx add` below is about that.
      'package.json': { ...BONES['package.json'], devDependencies: { '@dockwarden/nx': setting.version } },
      'tools/Dockerfile': 'FROM debian:12\n',
    });
  });
  after(() => workspace.dispose());

  const init = (...args) => workspace.nx(['g', '@dockwarden/nx:init', '--no-interactive', ...args]);

  test('registers the plugin, says what stays uncovered, and is idempotent', () => {
    const { code, output } = init();
    assert.equal(code, 0, output);
    assert.match(output, /belongs to no project of Nx and so to no docker-lint: tools\/Dockerfile/);
    const [nxJson, packageJson] = [workspace.read('nx.json'), workspace.read('package.json')];
    assert.match(nxJson, /"@dockwarden\/nx"/);
    assert.equal(init().code, 0);
    assert.deepEqual([workspace.read('nx.json'), workspace.read('package.json')], [nxJson, packageJson]);
  });

  test('--rootProject covers it', () => {
    assert.equal(init('--rootProject').code, 0);
    const { stdout } = workspace.nx(['show', 'projects', '--with-target', 'docker-lint', '--json']);
    assert.deepEqual(JSON.parse(stdout), ['e2e']);
  });
});

describe('nx add', () => {
  let workspace;
  let registry;
  before(async () => {
    registry = await serveScoped(setting.tarballs['@dockwarden/nx']);
    workspace = makeWorkspace(
      {
        ...BONES,
        'nx.json': { ...NX_JSON, plugins: undefined },
        // `dockwarden` is there already, in the version that the plugin wants: only the scope can be served from here.
        'package.json': {
          ...BONES['package.json'],
          devDependencies: { ...setting.versions, dockwarden: `file:${setting.tarballs.dockwarden}` },
        },
        '.npmrc': `${registry.npmrc}fund=false\naudit=false\nprefer-offline=true\nignore-scripts=true\n`,
        'apps/api/package.json': manifest('api'),
        'apps/api/Dockerfile': 'FROM debian:12\n',
      },
      { linked: false },
    );
    execFileSync('npm', ['install'], { cwd: workspace.root, stdio: ['ignore', 'ignore', 'pipe'] });
  });
  after(async () => {
    workspace.dispose();
    await registry.close();
  });

  // The registry answers from this process, which must not be blocked meanwhile.
  test('nx add installs the plugin and sets it up', async () => {
    const { code, output } = await workspace.nxAsync(['add', '@dockwarden/nx']);
    assert.equal(code, 0, output);
    assert.deepEqual(workspace.readJson('nx.json').plugins, [
      { plugin: '@dockwarden/nx', options: { targetName: 'docker-lint' } },
    ]);
    assert.ok(workspace.readJson('package.json').devDependencies['@dockwarden/nx']);
    const { code: linted, output: said } = workspace.lint();
    assert.equal(linted, 0, said);
  });
});

/** A node_modules with links to what is installed, but for these packages: Nx 22 and 23 take what lies outside of the workspace for not installed. */
function layPackages(root, copied) {
  const installed = join(setting.home, 'node_modules');
  const scopes = new Set(copied.filter((name) => name.includes('/')).map((name) => name.split('/')[0]));
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(installed))
    if (!copied.includes(name) && !scopes.has(name))
      symlinkSync(join(installed, name), join(root, 'node_modules', name));
  for (const name of copied)
    cpSync(join(installed, name), join(root, 'node_modules', name), { recursive: true, dereference: true });
}

describe('nx migrate to a later release', () => {
  const LATER = '99.0.0';
  let workspace;
  let registry;
  before(async () => {
    registry = await serveReleases(setting.tarballs, LATER);
    const ours = Object.fromEntries(Object.keys(setting.tarballs).map((name) => [name, setting.version]));
    workspace = makeWorkspace(
      {
        ...BONES,
        'package.json': { ...BONES['package.json'], devDependencies: { ...setting.versions, ...ours } },
        '.npmrc': `${registry.npmrc}fund=false\naudit=false\nignore-scripts=true\n`,
      },
      { linked: false },
    );
    layPackages(workspace.root, Object.keys(setting.tarballs));
  });
  after(async () => {
    workspace.dispose();
    await registry.close();
  });

  test('moves the command and the policies along with the plugin', async () => {
    // Otherwise the latest Nx is fetched first, from a registry that has none.
    const here = { NX_USE_LOCAL: 'true', NX_MIGRATE_SKIP_INSTALL: 'true' };
    const { code, output } = await workspace.nxAsync(
      ['migrate', `@dockwarden/nx@${LATER}`, '--interactive=false'],
      here,
    );
    assert.equal(code, 0, output);
    const { devDependencies } = workspace.readJson('package.json');
    for (const name of Object.keys(setting.tarballs)) assert.equal(devDependencies[name], LATER, `${name}: ${output}`);
    for (const [name, version] of Object.entries(setting.versions)) assert.equal(devDependencies[name], version, name);
    // There are none yet.
    assert.equal(workspace.exists('migrations.json'), false, output);
    assert.ok(workspace.exists(join('node_modules', '@dockwarden/nx/migrations.json')));
  });
});

describe('the command where only the plugin is named', () => {
  test('is there, and runs', () => {
    const program = join(setting.home, 'node_modules/@dockwarden/nx/bin/dockwarden.js');
    assert.match(String(execFileSync(process.execPath, [program, '--version'])), new RegExp(setting.version));
  });
});
