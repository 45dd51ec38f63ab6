import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { managerEnvironment } from '../stacks/lay-case.mjs';
import { MANAGERS } from '../stacks/managers.mjs';
import { withoutEngine } from '../support/engine.mjs';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { APPS, layPolyglot } from '../support/polyglot.mjs';
import { reachingOrThrowing, reachingRegistries } from '../support/reaching-registries.mjs';
import { runOk } from '../support/run-program.mjs';
import { NX_JSON } from './shared-files.mjs';

/** Nx reads what pnpm notes of an installation, so that it has to be one; of the shared installation it takes but Nx and our packages. */
async function installWithPnpm(root) {
  for (const [program, ...args] of MANAGERS.pnpm.install)
    await reachingOrThrowing(() => runOk(program, args, { cwd: root, env: managerEnvironment() }));
  for (const name of ['nx', '@nx/devkit', 'dockwarden', '@dockwarden/nx', '.bin/nx']) {
    if (!existsSync(join(setting.home, 'node_modules', name))) continue;
    const path = join(root, 'node_modules', name);
    rmSync(path, { recursive: true, force: true });
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(setting.home, 'node_modules', name), path);
  }
}

for (const manager of ['npm', 'pnpm'])
  describe(`apps in three languages, with ${manager}`, { concurrency: false }, () => {
    let workspace;
    let polyglot;
    before(async () => {
      workspace = makeWorkspace({}, { linked: false });
      polyglot = await layPolyglot(workspace.root, {
        manager,
        layout: 'workspaces',
        runner: { 'nx.json': `${JSON.stringify({ ...NX_JSON, plugins: [] })}\n` },
      });
      if (manager === 'pnpm') await installWithPnpm(workspace.root);
      else symlinkSync(join(setting.home, 'node_modules'), join(workspace.root, 'node_modules'), 'junction');
    });
    after(() => {
      polyglot?.dispose();
      workspace?.dispose();
    });

    test('docker-setup --all sets up what is an app, each by its language', () => {
      const { code, output } = workspace.nx(['g', '@dockwarden/nx:docker-setup', '--all', '--no-interactive']);
      assert.equal(code, 0, output);
      assert.match(polyglot.dockerfile('greeter'), /^COPY packages\/greeting\b/m);
      assert.match(polyglot.dockerfile('ledger'), /^FROM (?:--platform=\S+ )?golang:/m);
      assert.match(polyglot.dockerfile('invoices'), /^FROM (?:--platform=\S+ )?python:/m);
      assert.equal(workspace.exists('packages/greeting/Dockerfile'), false);
      for (const app of APPS) assert.ok(polyglot.filesOf(app).includes('compose.prod.yaml'), app);
      polyglot.commit('Set up for containers');
    });

    test('docker-lint reports nothing under the strict pack', () => {
      const { code, output } = workspace.lint('--failOn', 'info');
      assert.equal(code, 0, output);
    });

    test('docker-build builds all of them', {
      skip: withoutEngine() || (setting.major === '24' ? false : 'tested with Nx 24'),
    }, async () => {
      polyglot.lendBases();
      const { code, output } = await reachingRegistries(
        () => workspace.nxAsync(['run-many', '-t', 'docker-build', '--output-style=static']),
        (ended) => (ended.code === 0 ? undefined : ended.output),
      );
      assert.equal(code, 0, output);
      assert.equal(polyglot.built().size, APPS.length, output);
    });
  });
