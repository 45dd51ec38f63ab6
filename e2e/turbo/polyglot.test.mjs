import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withoutEngine } from '../support/engine.mjs';
import { APPS, layPolyglot } from '../support/polyglot.mjs';
import { reachingRegistries } from '../support/reaching-registries.mjs';
import { run } from '../support/run-program.mjs';

const setting = JSON.parse(process.env.DOCKWARDEN_E2E ?? '{}');

for (const manager of ['npm', 'pnpm'])
  describe(`a Turborepo of apps in three languages, with ${manager}`, { concurrency: false }, () => {
    let root;
    let polyglot;
    before(async () => {
      root = mkdtempSync(join(setting.folder, 'polyglot-'));
      polyglot = await layPolyglot(root, { manager, layout: 'turborepo' });
      symlinkSync(join(setting.home, 'node_modules'), join(root, 'node_modules'), 'junction');
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

    test('setup --all prunes for packages of JavaScript, and takes the folder of the others', async () => {
      const { status, all } = await dockwarden('setup', '--all');
      assert.equal(status, 0, all);
      assert.match(polyglot.dockerfile('greeter'), /turbo prune/);
      assert.match(polyglot.dockerfile('ledger'), /^FROM (?:--platform=\S+ )?golang:/m);
      assert.match(polyglot.dockerfile('invoices'), /^FROM (?:--platform=\S+ )?python:/m);
      assert.equal(existsSync(join(root, 'packages/greeting/Dockerfile')), false);
      polyglot.commit('Set up for containers');
      assert.match((await dockwarden('setup', '--all')).stdout, /^nothing to change$/m);
    });

    test('lint reports nothing under the strict pack', async () => {
      const { status, all } = await dockwarden('lint', '--fail-on', 'info');
      assert.equal(status, 0, all);
      assert.match(all, /nothing to report/);
    });

    test('build builds all of them', { skip: withoutEngine() }, async () => {
      polyglot.lendBases();
      const { status, all } = await reachingRegistries(
        () => dockwarden('build'),
        (ended) => (ended.status === 0 ? undefined : ended.all),
      );
      assert.equal(status, 0, all);
      assert.equal(polyglot.built().size, APPS.length, all);
    });
  });
