import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { docker, dockerOk, registry, withoutEngine } from '../support/engine.mjs';
import { removeFromRegistry } from '../support/registry-api.mjs';

const skip = withoutEngine();
const setting = JSON.parse(process.env.DOCKWARDEN_E2E ?? '{}');
const PREFIX = `turbo-e2e-${randomBytes(4).toString('hex')}`;

/** The page's own blocks, so that what it says is what runs: tasks of the root, script and inputs of a package; tasks and scripts of the root alone. */
const page = readFileSync(join(import.meta.dirname, '../../docs/turborepo.md'), 'utf8');
const [packageTasks, packageScript, packageInputs, rootTasks, rootScripts] = Array.from(
  page.matchAll(/^```json\n([\s\S]*?)^```$/gm),
  (match) => JSON.parse(match[1]),
);

/** What a shell would hand over, but none of the variables by which Turborepo is told about its run. */
const ENV = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:TURBO|CI$)/.test(name))),
  TURBO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

describe('images as tasks of Turborepo', { skip, concurrency: false }, () => {
  let root;
  before(() => {
    root = mkdtempSync(join(setting.folder, 'turbo-'));
    symlinkSync(join(setting.home, 'node_modules'), join(root, 'node_modules'), 'junction');
    const member = (name, scripts) => ({ name, version: '1.0.0', private: true, scripts });
    write({
      'package.json': {
        name: 'e2e',
        private: true,
        workspaces: ['apps/*', 'libs/*'],
        packageManager: 'npm@10.9.0',
        ...rootScripts,
      },
      'package-lock.json': {
        name: 'e2e',
        lockfileVersion: 3,
        packages: {
          '': { name: 'e2e', workspaces: ['apps/*', 'libs/*'] },
          ...Object.fromEntries(
            ['apps/api', 'apps/web', 'libs/shared'].flatMap((path) => [
              [path, { name: path.split('/')[1], version: '1.0.0' }],
              [`node_modules/${path.split('/')[1]}`, { resolved: path, link: true }],
            ]),
          ),
        },
      },
      'turbo.json': rootTasks,
      '.gitignore': 'node_modules\n.turbo\ndist\n',
      'dockwarden.yaml': `dockwarden: config/v1\nextends: []\nbuild:\n  repository: ${PREFIX}/{image}\n  tags: ["{version}"]\n`,
      'libs/shared/package.json': member('shared', {}),
      'libs/shared/src/index.txt': `${PREFIX}\n`,
      'apps/api/package.json': member('api', {}),
      'apps/api/src/main.txt': 'api\n',
      'apps/api/Dockerfile': 'FROM busybox:1.36\nCOPY apps/api/src /app\nCOPY libs/shared/src /shared\n',
      'apps/web/package.json': member('web', {
        build: `node -e "fs.mkdirSync('dist',{recursive:true});fs.copyFileSync('main.txt','dist/main.txt')"`,
      }),
      'apps/web/main.txt': 'web\n',
      'apps/web/Dockerfile': 'FROM busybox:1.36\nCOPY apps/web/dist /app\n',
    });
    git('init', '-q');
    commit('first');
  });
  after(async () => {
    for (const image of ['api', 'web']) await removeFromRegistry(registry, `${PREFIX}/${image}`);
    const names = docker('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}').stdout.split('\n');
    const own = names.filter((name) => name.includes(PREFIX));
    if (own.length > 0) docker('image', 'rm', '--force', ...own);
    if (root) rmSync(root, { recursive: true, force: true });
  });

  function write(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), typeof text === 'string' ? text : `${JSON.stringify(text, undefined, 2)}\n`);
    }
  }

  const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

  function git(...args) {
    execFileSync('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', ...args], { cwd: root });
  }

  function commit(message) {
    git('add', '-A');
    git('commit', '-qm', message);
  }

  function turbo(...args) {
    const program = join(root, 'node_modules/.bin/turbo');
    const options = { cwd: root, env: ENV, encoding: 'utf8', timeout: 180_000 };
    const { status, stdout, stderr } = spawnSync(program, [...args, '--no-daemon'], options);
    return { code: status, stdout, output: `${stdout}${stderr}` };
  }

  const isThere = (image) => docker('image', 'inspect', `${PREFIX}/${image}:1.0.0`).status === 0;

  function deleteImage(image) {
    const tags = dockerOk('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}', `${PREFIX}/${image}`).split('\n');
    dockerOk('image', 'rm', '--force', ...tags.filter(Boolean));
  }

  test('the root task builds all images, with an engine that only the environment names', () => {
    assert.ok(process.env.DOCKER_HOST, 'otherwise this test would prove nothing');
    const { code, output } = turbo('run', 'docker-build');
    assert.equal(code, 0, output);
    assert.match(output, /built: api sha256:/);
    assert.match(output, /built: web sha256:/);
    assert.equal(dockerOk('run', '--rm', `${PREFIX}/web:1.0.0`, 'cat', '/app/main.txt'), 'web');
  });

  test('run again, what is there is found; what was deleted meanwhile is there again', () => {
    deleteImage('api');
    const { code, output } = turbo('run', 'docker-build');
    assert.equal(code, 0, output);
    assert.match(output, /built: api sha256:/);
    assert.match(output, /present: web sha256:\S+ \(inputs unchanged\)/);
    assert.ok(isThere('api'));
  });

  test('docker-push works where nothing was built', () => {
    write({
      'dockwarden.yaml': `dockwarden: config/v1\nextends: []\nbuild:\n  repository: ${registry}/${PREFIX}/{image}\n  tags: ["{version}"]\n`,
    });
    commit('registry');
    const { code, output } = turbo('run', 'docker-push');
    assert.equal(code, 0, output);
    for (const image of ['api', 'web'])
      dockerOk('buildx', 'imagetools', 'inspect', `${registry}/${PREFIX}/${image}:1.0.0`);
  });

  test('tasks of packages, as init writes them: selected by what their images read, and built', () => {
    const { scripts: _root, ...manifest } = readJson('package.json');
    const { build } = packageTasks.tasks;
    write({ 'package.json': manifest, 'turbo.json': { $schema: packageTasks.$schema, tasks: { build } } });
    const program = join(root, 'node_modules/.bin/dockwarden');
    const { status, stderr } = spawnSync(process.execPath, [program, 'init'], { cwd: root, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const said = readJson('turbo.json');
    assert.deepEqual(said.tasks['docker-build'], packageTasks.tasks['docker-build']);
    assert.deepEqual(said.futureFlags, packageTasks.futureFlags);
    assert.deepEqual(readJson('apps/api/turbo.json').extends, packageInputs.extends);
    assert.deepEqual(readJson('apps/api/turbo.json').tasks['docker-build'], packageInputs.tasks['docker-build']);
    assert.equal(readJson('apps/api/package.json').scripts['docker-build'], packageScript.scripts['docker-build']);
    commit('by package');
    write({ 'libs/shared/src/index.txt': 'changed\n' });
    const selected = turbo('run', 'docker-build', '--affected', '--dry=json');
    assert.equal(selected.code, 0, selected.output);
    const tasks = JSON.parse(selected.stdout.slice(selected.stdout.indexOf('{'))).tasks;
    const commands = tasks.filter(({ command }) => command !== '<NONEXISTENT>').map(({ taskId }) => taskId);
    assert.deepEqual(commands, ['api#docker-build']);
    const built = turbo('run', 'docker-build', '--affected');
    assert.equal(built.code, 0, built.output);
    assert.match(built.output, /built: api sha256:/);
    const again = turbo('run', 'docker-build');
    assert.match(again.output, /present: api sha256:/);
    assert.doesNotMatch(again.output, /FULL TURBO/);
  });
});
