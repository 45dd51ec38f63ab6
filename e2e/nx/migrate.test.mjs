import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dockerOk, removeImages, withoutEngine } from '../support/engine.mjs';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';

const salt = randomBytes(4).toString('hex');
const PREFIX = `nx-migrate-${salt}`;
const DOCKERFILE = 'FROM scratch\nARG GREETING\nARG SHA\nCOPY src /src\nLABEL greeting=$GREETING sha=$SHA\nUSER 1000\n';

const root = {
  'package.json': { name: 'ws', version: '1.0.0', private: true, workspaces: ['apps/*'] },
  '.gitignore': 'node_modules\n.nx\ndist\n',
};

/** Workspaces whose images another plugin builds. It is not installed: migrate reads the files alone. */
const WORKSPACES = {
  'nx-docker': {
    ...root,
    'nx.json': {
      plugins: [
        {
          plugin: '@nx/docker',
          options: {
            buildTarget: { args: ['--label team=payments', '--build-arg GREETING=hi', '--build-arg SHA={commitSha}'] },
          },
        },
      ],
    },
    [`apps/${salt}-api/project.json`]: {
      name: 'api',
      targets: { 'docker:build': {}, ship: { command: 'echo', dependsOn: ['docker:build'] } },
    },
    [`apps/${salt}-api/Dockerfile`]: DOCKERFILE,
    [`apps/${salt}-api/src/a.txt`]: 'a\n',
  },
  'nx-container': {
    ...root,
    'nx.json': { plugins: ['@nx-tools/nx-container'] },
    'apps/api/project.json': {
      name: 'api',
      targets: {
        container: {
          executor: '@nx-tools/nx-container:build',
          options: {
            context: 'apps/api',
            load: true,
            tags: [`${PREFIX}/api:1`, `${PREFIX}/api:dev`],
            labels: ['team=web'],
            'build-args': ['GREETING=hello'],
          },
        },
        ship: { command: 'echo', dependsOn: ['container'] },
      },
    },
    'apps/api/Dockerfile': DOCKERFILE,
    'apps/api/src/a.txt': 'a\n',
  },
};

/** What the other plugin tags and labels. */
const MADE = {
  'nx-docker': { images: [`apps-${salt}-api:latest`], team: 'payments', greeting: 'hi' },
  'nx-container': { images: [`${PREFIX}/api:1`, `${PREFIX}/api:dev`], team: 'web', greeting: 'hello' },
};

for (const source of Object.keys(WORKSPACES)) {
  describe(`migrate ${source}`, { concurrency: false }, () => {
    let workspace;
    before(() => {
      workspace = makeWorkspace(WORKSPACES[source]);
      workspace.git('init', '-q');
      workspace.git('add', '-A');
      workspace.git('commit', '-qm', 'first');
    });
    after(() => {
      removeImages((name) => name.includes(salt));
      workspace.dispose();
    });

    function dockwarden(...args) {
      const program = join(workspace.root, 'node_modules/.bin/dockwarden');
      const options = { cwd: workspace.root, encoding: 'utf8' };
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], options);
      return { code: status, output: `${stdout}${stderr}` };
    }

    test('its targets become valid targets of ours, and a second run changes nothing', () => {
      const { code, output } = dockwarden('migrate', source);
      assert.equal(code, 0, output);
      assert.match(dockwarden('migrate', source).output, /nothing to change/);
      const shown = workspace.nx(['show', 'project', 'api', '--json']);
      assert.equal(shown.code, 0, shown.output);
      const { targets } = JSON.parse(shown.stdout.slice(shown.stdout.indexOf('{')));
      assert.equal(targets['docker-build'].executor, '@dockwarden/nx:build');
      assert.deepEqual(targets.ship.dependsOn, ['docker-build']);
      assert.ok(!('container' in targets) && !('docker:build' in targets), Object.keys(targets).join());
    });

    const skip = withoutEngine() || (setting.major === '24' ? false : 'tested with Nx 24');
    test('the image has the tags and labels that the other gave it', { skip }, () => {
      const { code, output } = workspace.nx(['run', 'api:docker-build', '--output-style=static']);
      assert.equal(code, 0, output);
      const { images, team, greeting } = MADE[source];
      for (const image of images) {
        const labels = JSON.parse(dockerOk('image', 'inspect', '--format', '{{json .Config.Labels}}', image));
        assert.deepEqual([labels.team, labels.greeting], [team, greeting]);
        if (source === 'nx-docker') assert.equal(labels.sha, workspace.git('rev-parse', 'HEAD'));
      }
    });
  });
}
