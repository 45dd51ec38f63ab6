import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { BONES, NX_JSON } from './shared-files.mjs';

const SERVER = `const express = require('express');
const { one } = require('@acme/one');
const app = express();
app.get('/health', (_, response) => response.json({ one }));
const server = app.listen(process.env.PORT ?? 3000);
process.on('SIGTERM', () => server.close());
`;

const LOCK = { name: 'e2e', lockfileVersion: 3, requires: true, packages: {} };

describe('docker-setup, docker-compose and sync', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      'nx.json': { ...NX_JSON, plugins: [] },
      'package.json': {
        ...BONES['package.json'],
        workspaces: ['apps/*', 'libs/*'],
        devDependencies: { '@dockwarden/nx': setting.version },
      },
      'package-lock.json': LOCK,
      'apps/api/package.json': {
        name: '@acme/api',
        version: '1.0.0',
        nx: { tags: ['type:service'] },
        scripts: { start: 'node src/server.js' },
        dependencies: { express: '^5.0.0', '@acme/one': '*' },
      },
      'apps/api/src/server.js': SERVER,
      'libs/one/package.json': { name: '@acme/one', version: '1.0.0', main: 'index.js' },
      'libs/one/index.js': 'exports.one = 1;\n',
      'libs/two/package.json': { name: '@acme/two', version: '1.0.0', main: 'index.js' },
      'libs/two/index.js': 'exports.two = 2;\n',
    });
  });
  after(() => workspace.dispose());

  const generate = (...args) => workspace.nx(['g', ...args, '--no-interactive']);

  test('--dry-run names the files, and writes none', () => {
    const { code, output } = generate('@dockwarden/nx:docker-setup', '@acme/api', '--dry-run');
    assert.equal(code, 0, output);
    assert.match(output, /CREATE apps\/api\/Dockerfile\n/);
    assert.match(output, /CREATE apps\/api\/Dockerfile\.dockerignore\n/);
    assert.match(output, /CREATE apps\/api\/compose\.yaml\n/);
    assert.match(output, /UPDATE nx\.json/);
    assert.equal(workspace.exists('apps/api/Dockerfile'), false);
  });

  test('a project with a scoped name gets its files, the plugin and the sync generator', () => {
    const { code, output } = generate('@dockwarden/nx:docker-setup', '@acme/api');
    assert.equal(code, 0, output);
    assert.match(
      workspace.read('apps/api/Dockerfile'),
      /^# <dockwarden:manifests>\nCOPY apps\/api\/package\.json \.\/apps\/api\/\nCOPY libs\/one\/package\.json \.\/libs\/one\/\n# <\/dockwarden:manifests>$/m,
    );
    const { plugins, sync } = workspace.readJson('nx.json');
    assert.equal(plugins[0].plugin, '@dockwarden/nx');
    assert.deepEqual(sync.globalGenerators, ['@dockwarden/nx:sync']);
  });

  test('a second run changes nothing', () => {
    const { code, output } = generate('@dockwarden/nx:docker-setup', '--projects', 'tag:type:*');
    assert.equal(code, 0, output);
    assert.doesNotMatch(output, /CREATE|UPDATE/);
  });

  test('what is written has no finding under the strict pack', () => {
    workspace.write('dockwarden.yaml', 'dockwarden: config/v1\nextends: [dockwarden:strict]\n');
    const { code, output } = workspace.nx(['run', '@acme/api:docker-lint', '--failOn', 'info']);
    assert.equal(code, 0, output);
  });

  test('services are added to the Compose files that are there', () => {
    const { code, output } = generate('@dockwarden/nx:docker-compose', '@acme/api', '--with', 'redis');
    assert.equal(code, 0, output);
    assert.match(workspace.read('apps/api/compose.yaml'), /^ {2}redis:\n {4}image: redis:/m);
  });

  test('a dependency that comes is out of sync until nx sync, and docker-lint says so, too', () => {
    const manifest = workspace.readJson('apps/api/package.json');
    workspace.write('apps/api/package.json', {
      ...manifest,
      dependencies: { ...manifest.dependencies, '@acme/two': '*' },
    });
    const check = workspace.nx(['sync:check']);
    assert.equal(check.code, 1, check.output);
    assert.match(check.output, /Dockerfiles copy other manifests than their projects need/);
    const { code, output } = workspace.nx(['run', '@acme/api:docker-lint', '--failOn', 'warning']);
    assert.equal(code, 1, output);
    assert.match(output, /workspace\/manifest-block/);
    assert.equal(workspace.nx(['sync']).code, 0);
    assert.match(workspace.read('apps/api/Dockerfile'), /COPY libs\/two\/package\.json \.\/libs\/two\/\n# <\//);
    const again = workspace.nx(['sync:check']);
    assert.equal(again.code, 0, again.output);
  });

  test('a hand-edited file is left, and nothing is written', () => {
    const mine = `${workspace.read('apps/api/Dockerfile')}# mine\n`;
    workspace.write('apps/api/Dockerfile', mine);
    workspace.remove('apps/api/compose.prod.yaml');
    const { code, output } = generate('@dockwarden/nx:docker-setup', '@acme/api');
    assert.equal(code, 1, output);
    assert.match(output, /apps\/api\/Dockerfile: what is there says something else, and nothing is written/);
    assert.equal(workspace.read('apps/api/Dockerfile'), mine);
    assert.equal(workspace.exists('apps/api/compose.prod.yaml'), false);
    assert.equal(generate('@dockwarden/nx:docker-setup', '@acme/api', '--force').code, 0);
    assert.notEqual(workspace.read('apps/api/Dockerfile'), mine);
  });

  test('--adopt keeps a file, and shows what policies say of it', () => {
    const generated = workspace.read('apps/api/Dockerfile');
    const mine = 'FROM node:24\nCOPY . .\nCMD ["node", "main.js"]\n';
    workspace.write('apps/api/Dockerfile', mine);
    const { code, output } = generate('@dockwarden/nx:docker-setup', '@acme/api', '--adopt');
    assert.equal(code, 0, output);
    assert.match(output, /syntax\/copy-target-needs-workdir/);
    assert.equal(workspace.read('apps/api/Dockerfile'), mine);
    workspace.write('apps/api/Dockerfile', generated);
  });

  test('an unknown project or stack is an error that says what there is', () => {
    const project = generate('@dockwarden/nx:docker-setup', 'apy');
    assert.equal(project.code, 1);
    assert.match(project.output, /'apy'|"apy"/);
    const stack = generate('@dockwarden/nx:docker-setup', '@acme/api', '--stack', 'cobol');
    assert.equal(stack.code, 1);
    assert.match(stack.output, /There is no stack "cobol"/);
    assert.doesNotMatch(stack.output, /\n\s+at /);
  });
});
