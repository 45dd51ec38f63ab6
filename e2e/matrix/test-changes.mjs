import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeWorkspace } from '../support/nx-workspace.mjs';
import { FILES } from './layout.mjs';
import { edited, readExpected } from './read-expected.mjs';

/**
 * Lays the workspace for a tool with its files beside the shared ones, commits each change of the table on a branch of its own, and holds what the
 * tool selects against it. `prepare` goes before the first commit, and `warm` before the first change. `select` gives the projects of each kind,
 * and what was said for the case that they are others.
 */
export function testChanges({ tool, home, files = {}, prepare, warm, select }) {
  const { changes, expected } = readExpected();
  let workspace;
  before(async () => {
    workspace = makeWorkspace({ ...FILES, ...files }, { home });
    // What the build of site makes, and git ignores.
    workspace.write('apps/site/dist/page.txt', 'site\n');
    await prepare?.(workspace);
    workspace.git('init', '-q', '-b', 'main');
    commit('first');
    await warm?.(workspace);
    workspace.git('checkout', '-qb', 'change');
  });
  after(() => workspace?.dispose());

  for (const change of changes) {
    test(change.change, async () => {
      const { file } = change.edit;
      workspace.write(file, edited(workspace.exists(file) ? workspace.read(file) : undefined, change.edit));
      commit(change.change);
      try {
        const { said, ...selected } = await select(workspace);
        const wanted = expected(change, tool);
        for (const [kind, projects] of Object.entries(selected))
          assert.deepEqual(projects.toSorted(), wanted[kind].toSorted(), `docker-${kind}\n${said}`);
      } finally {
        workspace.git('reset', '-q', '--hard', 'main');
      }
    });
  }

  function commit(message) {
    workspace.git('add', '-A');
    workspace.git('commit', '-qm', message);
  }
  return () => workspace;
}
