import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NX_JSON } from '../nx/shared-files.mjs';
import { setting } from '../support/nx-workspace.mjs';
import { testChanges } from './test-changes.mjs';

const files = {
  'nx.json': {
    ...NX_JSON,
    targetDefaults: { build: { cache: true, inputs: ['{projectRoot}/**/*'], outputs: ['{projectRoot}/dist'] } },
  },
  // As `nx g @dockwarden/nx:init --rootProject` writes it: the Compose file of the root belongs to a project then.
  'project.json': { name: 'root' },
};

for (const [major, home] of Object.entries(setting.nx ?? {})) {
  describe(`what Nx ${major} selects`, { concurrency: false }, () => {
    const workspace = testChanges({ tool: Number(major) < 24 ? 'nx22' : 'nx24', home, files, select });

    test('a second run of docker-lint is answered from the cache', () => {
      assert.equal(workspace().lint().code, 0);
      assert.deepEqual(workspace().lint().hits, ['api', 'root', 'site', 'web']);
    });
  });
}

function select(workspace) {
  const args = ['affected', '-t', 'docker-lint', 'docker-build', '--base=main', '--head=HEAD', '--graph=stdout'];
  const { code, stdout, output } = workspace.nx(args);
  assert.equal(code, 0, output);
  const tasks = Object.values(JSON.parse(stdout.slice(stdout.indexOf('{'))).tasks.tasks);
  const of = (name) => tasks.flatMap(({ target }) => (target.target === name ? [target.project] : []));
  return { lint: of('docker-lint'), build: of('docker-build'), said: '' };
}
