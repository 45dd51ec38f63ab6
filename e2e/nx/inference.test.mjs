import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { BONES, manifest, NX_JSON } from './shared-files.mjs';

describe('inferred targets', () => {
  let workspace;
  before(() => {
    workspace = makeWorkspace({
      ...BONES,
      'apps/api/package.json': manifest('@e2e/api'),
      'apps/api/Dockerfile': 'FROM debian:12\n',
      'apps/api/Dockerfile.dev': 'FROM debian:12\n',
      'apps/web/project.json': { name: 'web', targets: { build: { command: 'true' } } },
      'apps/web/docker/web.Dockerfile': 'FROM debian:12\n',
      'apps/podman/package.json': manifest('podman'),
      'apps/podman/Containerfile.prod': 'FROM debian:12\n',
      'apps/db/package.json': manifest('db'),
      'apps/db/docker-compose.test.yml': 'services:\n  db:\n    image: postgres:17\n',
      'apps/other/package.json': manifest('other'),
      'apps/other/process-compose.yaml': 'processes:\n  web:\n    command: npm start\n',
      'apps/other/Dockerfile.dockerignore': 'node_modules\n',
      'apps/brackets [x]/package.json': manifest('brackets'),
      'apps/brackets [x]/Dockerfile': 'FROM debian:12\n',
      'tools/Dockerfile': 'FROM debian\n',
    });
  });
  after(() => workspace.dispose());

  const withTarget = () => workspace.nx(['show', 'projects', '--with-target', 'docker-lint', '--json']);

  test('every project with a Dockerfile or Compose file has one; a file outside of projects breaks nothing', () => {
    const { code, stdout, output } = withTarget();
    assert.equal(code, 0, output);
    assert.deepEqual(JSON.parse(stdout).sort(), ['@e2e/api', 'brackets', 'db', 'podman', 'web']);
  });

  test('docker-lint says afterwards what it did not look at', () => {
    const { output } = workspace.lint('--projects=db');
    assert.match(output, /1 file belongs to no project of Nx and so to no docker-lint: tools\/Dockerfile/);
    assert.doesNotMatch(workspace.nx(['run', 'web:build']).output, /belongs to no project/);
  });

  test('the target is cached, described, and keeps what the project had', () => {
    const api = JSON.parse(workspace.nx(['show', 'project', '@e2e/api', '--json']).stdout).targets['docker-lint'];
    assert.equal(api.executor, '@dockwarden/nx:lint');
    assert.equal(api.cache, true);
    assert.deepEqual(api.options.files, ['apps/api/Dockerfile', 'apps/api/Dockerfile.dev']);
    assert.match(api.metadata.description, /policies/);
    assert.match(api.metadata.help.command, /dockwarden/);
    assert.ok('build' in JSON.parse(workspace.nx(['show', 'project', 'web', '--json']).stdout).targets);
  });

  test('a file outside of projects belongs to a project at the root, where there is one', () => {
    workspace.write('project.json', { name: 'root', targets: {} });
    try {
      const { targets } = JSON.parse(workspace.nx(['show', 'project', 'root', '--json']).stdout);
      assert.deepEqual(targets['docker-lint'].options.files, ['tools/Dockerfile']);
    } finally {
      workspace.remove('project.json');
    }
  });

  test('options of the plugin', () => {
    const options = { targetName: 'images', include: ['apps/**'], exclude: ['apps/web/**'] };
    workspace.write('nx.json', { ...NX_JSON, plugins: [{ plugin: '@dockwarden/nx', options }] });
    try {
      const { stdout } = workspace.nx(['show', 'projects', '--with-target', 'images', '--json']);
      assert.deepEqual(JSON.parse(stdout).sort(), ['@e2e/api', 'brackets', 'db', 'podman']);
    } finally {
      workspace.write('nx.json', NX_JSON);
    }
  });

  test('a file with signs of globs in its path is hashed', () => {
    workspace.lint('--projects=brackets');
    assert.deepEqual(workspace.lint('--projects=brackets').hits, ['brackets']);
    workspace.write('apps/brackets [x]/Dockerfile', 'FROM debian:12\nUSER 1000\n');
    assert.deepEqual(workspace.lint('--projects=brackets').hits, []);
  });
});
