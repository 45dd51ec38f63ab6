import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setting } from '../support/nx-workspace.mjs';
import { runOk } from '../support/run-program.mjs';
import { TURBO_VERSION } from '../support/turbo-installation.mjs';
import { FILES } from './layout.mjs';
import { testChanges } from './test-changes.mjs';

/** What a shell would hand over, but none of the variables by which Turborepo is told about its run. */
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:TURBO|GITHUB_|CI$)/.test(name))),
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_SCM_BASE: 'main',
  TURBO_SCM_HEAD: 'HEAD',
  NO_COLOR: '1',
};

const manifest = FILES['package.json'];
const files = {
  'package.json': { ...manifest, devDependencies: { ...manifest.devDependencies, turbo: TURBO_VERSION } },
  'turbo.json': { tasks: { build: { dependsOn: ['^build'], outputs: ['dist/**'] } } },
};

describe('what Turborepo selects', { concurrency: false }, () => {
  const workspace = testChanges({ tool: 'turbo', home: setting.home, files, prepare, warm, select: selectAndMiss });

  test('a second run of docker-lint is answered from the cache', async () => {
    assert.match(await turbo(workspace(), 'run', 'docker-lint'), /Cached:\s+1 cached, 1 total/);
  });
});

describe('what Turborepo selects without affectedUsingTaskInputs', { concurrency: false }, () => {
  testChanges({ tool: 'turbo-packages', home: setting.home, files, prepare: withoutFlag, select });
});

/** The tasks are those that `init` writes. */
async function prepare({ root }) {
  await runOk(process.execPath, [join(root, 'node_modules/.bin/dockwarden'), 'init'], { cwd: root, env });
}

async function withoutFlag(workspace) {
  await prepare(workspace);
  const { futureFlags, ...rest } = workspace.readJson('turbo.json');
  assert.deepEqual(futureFlags, { affectedUsingTaskInputs: true });
  workspace.write('turbo.json', rest);
}

async function warm(workspace) {
  await turbo(workspace, 'run', 'docker-lint');
}

/** What is selected is also what is not answered from the cache, and nothing else. */
async function selectAndMiss(workspace) {
  const selected = await select(workspace);
  const said = await turbo(workspace, 'run', 'docker-lint', '--dry=json');
  const [task] = JSON.parse(said.slice(said.indexOf('{'))).tasks;
  assert.equal(task.taskId, '//#docker-lint');
  assert.equal(task.cache.status, selected.lint.length > 0 ? 'MISS' : 'HIT');
  return selected;
}

async function select(workspace) {
  const said = await turbo(workspace, 'run', 'docker-lint', 'docker-build', '--affected', '--dry=json');
  const tasks = JSON.parse(said.slice(said.indexOf('{'))).tasks.filter(({ command }) => command !== '<NONEXISTENT>');
  const of = (name) => tasks.flatMap(({ task, package: project }) => (task === name ? [project] : []));
  // One task lints the workspace.
  return { lint: of('docker-lint').map(() => 'all'), build: of('docker-build'), said: '' };
}

function turbo({ root }, ...args) {
  return runOk(join(root, 'node_modules/.bin/turbo'), [...args, '--no-daemon'], { cwd: root, env });
}
