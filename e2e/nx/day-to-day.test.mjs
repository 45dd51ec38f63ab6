import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { docker, dockerOk, removeImages, withoutEngine } from '../support/engine.mjs';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { NX_JSON } from './shared-files.mjs';

const id = randomBytes(4).toString('hex');
const API = `nxday-api-${id}`;

describe('day to day', { concurrency: false }, () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      'package.json': { name: 'day', private: true, workspaces: ['apps/*'] },
      'package-lock.json': { name: 'day', lockfileVersion: 3, packages: {} },
      'nx.json': NX_JSON,
      '.gitignore': 'node_modules\n.nx\ndist\n',
      'dockwarden.yaml': `dockwarden: config/v1\nextends: []\nbuild:\n  repository: nxday-${id}/{image}\n`,
      'apps/api/package.json': {
        name: API,
        version: '1.0.0',
        nx: { targets: { e2e: { command: `docker container wait ${API}-done`, dependsOn: ['docker-run'] } } },
      },
      'apps/api/app.txt': 'app\n',
      'apps/api/Dockerfile':
        'FROM busybox:1.36\nCOPY app.txt /\nUSER 1000:1000\nCMD ["sh", "-c", "trap \'exit 0\' TERM INT; echo up; while :; do sleep 1; done"]\n',
      'apps/api/compose.yaml': `name: nxday-${id}\nservices:\n  app:\n    image: busybox:1.36\n    command: ["sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1; done"]\n    healthcheck: { test: ["CMD", "true"], interval: 1s }\n`,
      'apps/files/package.json': { name: 'files', version: '1.0.0' },
      'apps/files/Dockerfile': 'FROM scratch\nCOPY files.txt /\n',
      'apps/files/files.txt': 'files\n',
    });
    workspace.git('init', '-q');
  });
  after(() => {
    for (const label of [`dev.dockwarden.run.image=${API}`, `com.docker.compose.project=nxday-${id}`]) {
      const left = docker('container', 'ls', '--all', '--quiet', '--filter', `label=${label}`)
        .stdout.split('\n')
        .filter(Boolean);
      if (left.length > 0) docker('container', 'rm', '--force', ...left);
    }
    removeImages((name) => name.startsWith(`nxday-${id}/`));
    workspace?.dispose();
  });

  const targetsOf = (project) => JSON.parse(workspace.nx(['show', 'project', project, '--json']).stdout).targets;
  const nx = (...args) => workspace.nx([...args, '--output-style=static']);

  /** A container takes a moment to end once it was asked to. */
  async function untilGone(output) {
    for (let tries = 0; tries < 60; tries++) {
      if (dockerOk('container', 'ls', '--all', '--quiet', '--filter', `name=^${API}$`) === '') return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.fail(`the container goes on: ${output}`);
  }

  test('every project that has an image to run, or Compose files, has the targets; what goes on by itself is continuous', () => {
    const targets = targetsOf(API);
    for (const name of ['docker-run', 'docker-shell', 'docker-logs', 'docker-inspect', 'compose-up', 'compose-down'])
      assert.equal(targets[name]?.cache, false, name);
    for (const name of ['docker-run', 'docker-logs', 'compose-up']) assert.equal(targets[name].continuous, true, name);
    assert.deepEqual(targets['docker-run'].dependsOn, ['docker-build']);
    assert.equal(targetsOf('files')['docker-run'], undefined);
  });

  test('dayToDay: false leaves them out', () => {
    const plugins = [{ plugin: '@dockwarden/nx', options: { dayToDay: false } }];
    const before = workspace.readJson('nx.json');
    workspace.write('nx.json', { ...before, plugins });
    try {
      assert.deepEqual(
        Object.keys(targetsOf(API)).filter((name) => /^(?:compose-|docker-(?:run|shell|logs|inspect))/.test(name)),
        [],
      );
    } finally {
      workspace.write('nx.json', before);
    }
  });

  test('a policy is begun, and one that is there is left', () => {
    const made = workspace.nx(['g', '@dockwarden/nx:docker-policy', 'house/labels', '--no-interactive']);
    assert.equal(made.code, 0, made.output);
    assert.match(workspace.read('policies/house/labels.policy.yaml'), /^id: house\/labels$/m);
    const again = workspace.nx(['g', '@dockwarden/nx:docker-policy', 'house/labels', '--no-interactive']);
    assert.equal(again.code, 1);
    assert.match(again.output, /is there already/);
    workspace.remove('policies');
  });

  describe('with an engine', {
    skip: withoutEngine() || (setting.major === '24' ? false : 'tested with Nx 24'),
  }, () => {
    test('docker-run builds, runs, and ends when Nx is interrupted', async () => {
      const run = await workspace.nxInterrupted(['run', `${API}:docker-run`], /^up$|\bup\n/m, 500);
      assert.match(run.output, /built: nxday-api-/);
      await untilGone(run.output);
    });

    test('a task that needs the running image has it beside it, and it goes with the last of them', async () => {
      dockerOk('run', '--detach', '--name', `${API}-done`, 'busybox:1.36', 'sleep', '600');
      try {
        const running = workspace.nxAsync(['run', `${API}:e2e`, '--output-style=static']);
        let seen = '';
        for (let tries = 0; tries < 200 && seen === ''; tries++) {
          await new Promise((resolve) => setTimeout(resolve, 250));
          seen = dockerOk('container', 'ls', '--quiet', '--filter', `name=^${API}$`);
        }
        dockerOk('container', 'kill', `${API}-done`);
        const { code, output } = await running;
        assert.notEqual(seen, '', output);
        assert.equal(code, 0, output);
        await untilGone(output);
      } finally {
        docker('container', 'rm', '--force', `${API}-done`);
      }
    });

    test('docker-shell, docker-inspect, docker-logs', () => {
      const shell = nx('run', `${API}:docker-shell`, '--command=id,-u');
      assert.equal(shell.code, 0, shell.output);
      assert.match(shell.output, /^1000$/m);
      assert.match(nx('run', `${API}:docker-inspect`).output, /user +1000:1000/);
      const logs = nx('run', `${API}:docker-logs`);
      assert.equal(logs.code, 1);
      assert.match(logs.output, /No container of nxday-api-/);
    });

    test('compose-up and compose-down', () => {
      const up = nx('run', `${API}:compose-up`, '--wait');
      assert.equal(up.code, 0, up.output);
      const label = `label=com.docker.compose.project=nxday-${id}`;
      assert.notEqual(dockerOk('container', 'ls', '--quiet', '--filter', label), '');
      assert.equal(nx('run', `${API}:compose-down`).code, 0);
      assert.equal(dockerOk('container', 'ls', '--all', '--quiet', '--filter', label), '');
    });
  });
});
