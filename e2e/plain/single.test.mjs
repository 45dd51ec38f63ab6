import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { run } from '../support/run-program.mjs';
import { layPlain } from './plain-workspace.mjs';

const install = ['install', '--save-dev', '--no-audit', '--no-fund', '--ignore-scripts'];

describe('a repository of one package', { concurrency: false }, () => {
  let workspace;
  before(async () => {
    workspace = await layPlain({ app: 'clock', manager: 'npm', layout: 'alone', command: ['npm'], install });
  });
  after(() => workspace?.dispose());

  test('init, twice', async () => {
    const { first, second, scripts } = await workspace.init();
    assert.equal(first.status, 0, first.all);
    assert.match(second.all, /^nothing to change$/m);
    assert.deepEqual(Object.keys(scripts), ['start', 'test', 'docker-lint', 'docker-build', 'docker-push']);
  });

  test('setup and lint: what is written is what policies ask for', async () => {
    const { status, all } = await workspace.dockwarden(['setup']);
    assert.equal(status, 0, all);
    const lint = await workspace.script('docker-lint');
    assert.equal(lint.status, 0, lint.all);
    assert.match(lint.all, /nothing to report/);
    await workspace.commit('Set up for containers');
    await workspace.git('checkout', '--quiet', '-b', 'change');
  });

  test('a change affects what reads it', async () => {
    const images = async () => JSON.parse((await said(0, 'images', '--base', 'main', '--format', 'json')).stdout);
    workspace.write('README.md', 'A clock\n');
    assert.deepEqual(await images(), []);
    workspace.write('server.js', `${workspace.read('server.js')}\n`);
    assert.deepEqual(
      (await images()).map(({ image }) => image),
      ['clock'],
    );
    await workspace.commit('Edit the server');
  });

  test('its image is built, and the second time it is there', { skip: withoutEngine() }, async () => {
    workspace.lendBases('Dockerfile');
    const build = ['build', '--affected', '--base', 'main'];
    const { status, all } = await workspace.building(build);
    assert.equal(status, 0, all);
    assert.match(all, /^built: clock sha256:/m);
    assert.match((await workspace.building(build)).all, /^present: clock sha256:\S+ \(inputs unchanged\)/m);
  });

  describe('what cannot be compared is a sentence with a remedy', () => {
    const commands = [['lint'], ['images'], ['build', '--dry-run']];
    const each = async (status, message, remedy, args = [], cwd = workspace.root) => {
      for (const command of commands) {
        if (command[0] === 'build' && withoutEngine()) continue;
        const ended = await workspace.dockwarden([...command, '--affected', ...args], cwd);
        assert.equal(ended.status, status, `${command}: ${ended.all}`);
        const words = ended.all.replace(/\s+/g, ' ');
        assert.ok(words.includes(message), `${command}: ${ended.all}`);
        assert.ok(words.includes(remedy), `${command}: ${ended.all}`);
        assert.doesNotMatch(ended.all, /\bat .*\.js:\d+/);
      }
    };

    test('a base that nobody knows', () =>
      each(2, '--base names "nope", which is no commit here.', 'git fetch origin BRANCH', ['--base', 'nope']));

    test('nothing that names a base, on a detached HEAD', async () => {
      await workspace.git('checkout', '--quiet', '--detach');
      await each(2, 'There is nothing to compare with.', '--base REF');
      assert.equal((await said(0, 'lint', '--base', 'main')).status, 0);
    });

    test('a shallow clone of one branch, mended by what the sentence says', async () => {
      const clone = `${workspace.root}-shallow`;
      const url = `file://${workspace.root}`;
      await workspace.git('clone', '--quiet', '--depth', '1', '--branch', 'change', url, clone);
      try {
        const fetch = '--unshallow origin main:refs/remotes/origin/main';
        await each(2, '--base names "origin/main"', `git fetch ${fetch}`, ['--base', 'origin/main'], clone);
        await run('git', ['fetch', '--depth=1', 'origin', 'main:refs/remotes/origin/main'], { cwd: clone });
        await each(2, 'no commit in common here', 'git fetch --unshallow', ['--base', 'origin/main'], clone);
        await run('git', ['fetch', ...fetch.split(' ')], { cwd: clone });
        const { status, stdout } = await workspace.dockwarden(
          ['images', '--affected', '--base', 'origin/main', '--format', 'json'],
          clone,
        );
        assert.equal(status, 0, stdout);
        assert.equal(JSON.parse(stdout).length, 1);
      } finally {
        rmSync(clone, { recursive: true, force: true });
      }
    });

    test('no git', async () => {
      const copy = `${workspace.root}-copy`;
      const isTaken = (path) => !/\/(?:\.git|node_modules)$/.test(path);
      cpSync(workspace.root, copy, { recursive: true, filter: isTaken });
      try {
        await each(3, 'The workspace is in no git repository.', 'leave out --affected', [], copy);
        assert.equal((await workspace.dockwarden(['lint'], copy)).status, 0);
      } finally {
        rmSync(copy, { recursive: true, force: true });
      }
    });
  });

  async function said(status, command, ...args) {
    const ended = await workspace.dockwarden([command, '--affected', ...args]);
    assert.equal(ended.status, status, ended.all);
    return ended;
  }
});
