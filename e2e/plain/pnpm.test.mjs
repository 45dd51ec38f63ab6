import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { layPlain } from './plain-workspace.mjs';

const command = ['npx', '--yes', '--package=pnpm@10.34.9', '--', 'pnpm'];
const install = ['add', '--save-dev', '--workspace-root', '--ignore-scripts'];

describe('a pnpm workspace without a task runner', { concurrency: false }, () => {
  let workspace;
  before(async () => {
    workspace = await layPlain({ app: 'greeter', manager: 'pnpm', layout: 'workspaces', command, install });
  });
  after(() => workspace?.dispose());

  const affected = async (...command) => {
    const { status, stdout, all } = await workspace.dockwarden([...command, '--affected', '--base', 'main']);
    assert.equal(status, 0, all);
    return stdout;
  };

  test('init, twice', async () => {
    const { first, second, dependency, scripts } = await workspace.init();
    assert.equal(first.status, 0, first.all);
    assert.match(first.all, /^ +pnpm run docker-lint$/m);
    assert.match(second.all, /^nothing to change$/m);
    assert.match(dependency, /^\d+\.\d+\.\d+$/);
    assert.equal(scripts['docker-lint'], 'dockwarden lint');
  });

  test('setup and lint: what is written is what policies ask for', async () => {
    const { status, all } = await workspace.dockwarden(['setup', '--all']);
    assert.equal(status, 0, all);
    const lint = await workspace.script('docker-lint');
    assert.equal(lint.status, 0, lint.all);
    assert.match(lint.all, /nothing to report/);
    await workspace.commit('Set up for containers');
    await workspace.git('checkout', '--quiet', '-b', 'change');
  });

  test('a file that no image copies affects nothing', async () => {
    workspace.write('docs/guide.md', 'Guide\n');
    await workspace.commit('Write a guide');
    assert.match(await affected('images'), /^the change affects no image$/m);
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
