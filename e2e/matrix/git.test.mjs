import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { setting } from '../support/nx-workspace.mjs';
import { run } from '../support/run-program.mjs';
import { testChanges } from './test-changes.mjs';

describe('what dockwarden selects from git', { concurrency: false }, () => {
  const workspace = testChanges({ tool: 'git', home: setting.home, select });

  test('a second run of lint is answered from what the first one kept, until something that it reads changes', async () => {
    const keptAt = async () => {
      await dockwarden(workspace(), 'lint');
      return keptResults(workspace());
    };
    const first = await keptAt();
    assert.notEqual(first.size, 0);
    assert.deepEqual(await keptAt(), first);
    workspace().write('apps/web/Dockerfile', `${workspace().read('apps/web/Dockerfile')}CMD ["true"]\n`);
    assert.notDeepEqual(await keptAt(), first);
  });
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

/** When the result of each way of asking was written down: a run that is answered writes none. */
function keptResults({ root }) {
  const cache = join(root, 'node_modules/.cache/dockwarden/results');
  const results = readdirSync(cache, { recursive: true }).filter((path) => basename(path) === 'result.json');
  return new Map(results.map((path) => [path, statSync(join(cache, path)).mtimeMs]));
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
