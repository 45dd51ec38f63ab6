import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { layPolyglot } from '../support/polyglot.mjs';
import { reachingRegistries } from '../support/reaching-registries.mjs';
import { run } from '../support/run-program.mjs';
import { turboIn } from '../support/turbo-tasks.mjs';

const setting = JSON.parse(process.env.DOCKWARDEN_E2E ?? '{}');
const TASKS = ['docker-lint', 'docker-build'];

for (const manager of ['npm', 'pnpm'])
  describe(`init in a Turborepo with ${manager}`, { concurrency: false }, () => {
    let root;
    let polyglot;
    let turbo;
    before(async () => {
      root = mkdtempSync(join(setting.folder, 'init-'));
      polyglot = await layPolyglot(root, { manager, layout: 'turborepo' });
      symlinkSync(join(setting.home, 'node_modules'), join(root, 'node_modules'), 'junction');
      turbo = turboIn(root, { manager });
    });
    after(() => {
      polyglot?.dispose();
      if (root) rmSync(root, { recursive: true, force: true });
    });

    const dockwarden = (...args) =>
      run(process.execPath, [join(root, 'node_modules/.bin/dockwarden'), ...args], {
        cwd: root,
        env: { ...process.env, NO_COLOR: '1', CI: '' },
        limit: 600_000,
      });
    const read = (path) => readFileSync(join(root, path), 'utf8');

    /** What is selected after a line more in a file. */
    async function selectedAfter(path, line = '\n') {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      appendFileSync(join(root, path), line);
      try {
        return await turbo.selected(...TASKS, '--affected');
      } finally {
        polyglot.discard();
      }
    }

    test('setup and init write tasks; a second run changes nothing, and everything is in step', async () => {
      assert.equal((await dockwarden('setup', '--all')).status, 0);
      const { status, stdout, all } = await dockwarden('init');
      assert.equal(status, 0, all);
      assert.match(stdout, /^Turborepo 2\./);
      assert.match(stdout, new RegExp(`Next:\n  ${manager} install\n`));
      const said = JSON.parse(read('package.json'));
      assert.match(said.devDependencies.dockwarden, /^\d+\.\d+\.\d+$/);
      // What is tested lies on this machine alone: no image could install it by the lockfile.
      writeFileSync(join(root, 'package.json'), read('package.json').replace(/,\s*"dockwarden": "[^"]*"/, ''));
      polyglot.commit('Set up');
      assert.equal((await dockwarden('sync', '--check')).status, 0);
      const again = await dockwarden('init', '--dry-run');
      assert.match(again.stdout, /edited {5}package\.json/);
      assert.doesNotMatch(again.stdout, /turbo\.json/);
    });

    test('the task that lints is answered from the cache the second time', async () => {
      const first = await turbo.run('docker-lint');
      assert.equal(first.status, 0, first.all);
      assert.match(first.all, /nothing to report/);
      const second = await turbo.run('docker-lint');
      assert.match(second.all, /FULL TURBO/);
    });

    test('a change selects exactly what it concerns', async () => {
      assert.deepEqual(await turbo.selected(...TASKS, '--affected'), []);
      assert.deepEqual(await selectedAfter('README.md'), []);
      assert.deepEqual(await selectedAfter('policies/own.policy.yaml'), ['//#docker-lint']);
      for (const path of ['.gitignore', 'apps/ledger/.gitignore'])
        assert.ok((await selectedAfter(path, '# said\n')).includes('//#docker-lint'), path);
      const images = ['@acme/greeter#docker-build', 'invoices#docker-build', 'ledger#docker-build'];
      const withLint = (...tasks) => ['//#docker-lint', ...tasks];
      assert.deepEqual(await selectedAfter('dockwarden.yaml', '# said\n'), withLint(...images));
      assert.deepEqual(await selectedAfter('apps/ledger/Dockerfile', 'ARG SAID=1\n'), withLint('ledger#docker-build'));
      const source = (await selectedAfter('apps/ledger/main.go')).filter((task) => !task.includes('lint'));
      assert.deepEqual(source, ['ledger#docker-build']);
      const library = (await selectedAfter('packages/greeting/src/index.ts')).filter((task) => !task.includes('lint'));
      assert.deepEqual(library, ['@acme/greeter#docker-build']);
    });

    test('what is selected is built', { skip: withoutEngine() }, async () => {
      polyglot.lendBases();
      appendFileSync(join(root, 'apps/ledger/main.go'), '\n');
      const { status, all } = await reachingRegistries(
        () => turbo.run(...TASKS, '--affected'),
        (ended) => (ended.status === 0 ? undefined : ended.all),
      );
      assert.equal(status, 0, all);
      assert.match(all, /ledger:docker-build: built: ledger sha256:/);
      assert.equal(polyglot.built().size, 1, all);
      polyglot.discard();
    });

    test('a COPY line more is behind until sync has written it', async () => {
      appendFileSync(join(root, 'apps/invoices/Dockerfile'), 'COPY docs /docs\n');
      mkdirSync(join(root, 'apps/invoices/docs'));
      writeFileSync(join(root, 'apps/invoices/docs/a.txt'), '');
      const behind = await dockwarden('sync', '--check');
      assert.equal(behind.status, 1, behind.all);
      assert.match(behind.stdout, /^apps\/invoices\/turbo\.json is behind the workspace: dockwarden sync$/m);
      assert.doesNotMatch(behind.stdout, /greeter/);
      assert.equal((await dockwarden('sync')).status, 0);
      assert.ok(JSON.parse(read('apps/invoices/turbo.json')).tasks['docker-build'].inputs.includes('docs/**'));
      assert.equal((await dockwarden('sync', '--check')).status, 0);
      polyglot.discard();
    });
  });
