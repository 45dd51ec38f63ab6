import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { layPlain } from './plain-workspace.mjs';

const pnpm = (...args) => ['npx', '--yes', '--package=pnpm@10.34.9', '--', 'pnpm', ...args];

describe('a pnpm workspace without a task runner', { concurrency: false }, () => {
  let workspace;
  before(async () => {
    const install = (tarball) => pnpm('add', '--save-dev', '--workspace-root', '--ignore-scripts', tarball);
    workspace = await layPlain({ app: 'greeter', manager: 'pnpm', layout: 'workspaces', install });
    workspace.write(
      'dockwarden.yaml',
      `dockwarden: config/v1\nextends: [dockwarden:strict]\nbuild:\n  repository: ${workspace.prefix}/{image}\n  tags: [e2e]\n`,
    );
  });
  after(() => workspace?.dispose());

  const affected = async (...command) => {
    const { status, stdout, all } = await workspace.dockwarden([...command, '--affected', '--base', 'main']);
    assert.equal(status, 0, all);
    return stdout;
  };

  test('setup and lint: what is written is what policies ask for', async () => {
    const { status, all } = await workspace.dockwarden(['setup', '--all']);
    assert.equal(status, 0, all);
    const lint = await workspace.dockwarden(['lint', '--fail-on', 'info']);
    assert.equal(lint.status, 0, lint.all);
    assert.match(lint.all, /nothing to report/);
    await workspace.commit('Set up for containers');
    await workspace.git('checkout', '--quiet', '-b', 'change');
  });

  test('a file that no image copies affects nothing', async () => {
    workspace.write('docs/guide.md', 'Guide\n');
    await workspace.commit('Write a guide');
    assert.match(await affected('images'), /^no image is affected$|^0 images$/m);
    await workspace.git('checkout', '--quiet', '-B', 'change', 'main');
  });

  test('a source of the library affects the app that needs it', async () => {
    const source = 'packages/greeting/src/index.ts';
    workspace.write(source, `${workspace.read(source)}\n`);
    await workspace.commit('Edit the library');
    assert.match(await affected('lint', '--verbose'), /^1 file, nothing to report$/m);
    assert.match(await affected('images'), new RegExp(`affected ${source} changed, which apps/greeter/Dockerfile:`));
  });

  test('its image is built, and the second time it is there', { skip: withoutEngine() }, async () => {
    workspace.lendBases('apps/greeter/Dockerfile');
    const build = ['build', '--affected', '--base', 'main'];
    const { status, all } = await workspace.building(build);
    assert.equal(status, 0, all);
    assert.match(all, /^built: \S+ sha256:/m);
    const again = await workspace.building(build);
    assert.equal(again.status, 0, again.all);
    assert.match(again.all, /^present: \S+ sha256:\S+ \(inputs unchanged\)/m);
  });
});
