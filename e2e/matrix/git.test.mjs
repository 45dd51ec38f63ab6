import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe } from 'node:test';
import { setting } from '../support/nx-workspace.mjs';
import { run } from '../support/run-program.mjs';
import { testChanges } from './test-changes.mjs';

describe('what dockwarden selects from git', { concurrency: false }, () => {
  testChanges({ tool: 'git', home: setting.home, select });
});

async function select(workspace) {
  const since = ['--affected', '--base', 'main', '--format', 'json'];
  const lint = await dockwarden(workspace, 'lint', ...since, '--explain');
  // `apps/api/Dockerfile: apps/api/src/main.js changed, one of …`
  const files = Array.from(lint.stderr.matchAll(/^(.+?): \S+ changed\b/gm), (match) => match[1]);
  const { stdout } = await dockwarden(workspace, 'images', ...since);
  return {
    lint: [...new Set(files.map(projectOf))],
    build: JSON.parse(stdout).map(({ image }) => image),
    said: `${lint.stderr}${stdout}`,
  };
}

function projectOf(file) {
  return file.startsWith('apps/') ? file.split('/')[1] : 'root';
}

async function dockwarden({ root }, ...args) {
  const env = { ...process.env, CI: '', NO_COLOR: '1', XDG_CACHE_HOME: join(setting.folder, 'cache') };
  const ended = await run(process.execPath, [join(root, 'node_modules/.bin/dockwarden'), ...args], { cwd: root, env });
  assert.equal(ended.status, 0, ended.all);
  return ended;
}
