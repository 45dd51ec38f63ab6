import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { standIn } from '../stacks/stand-ins.mjs';
import { docker, removeImages, withoutEngine } from '../support/engine.mjs';
import { makeWorkspace, setting } from '../support/nx-workspace.mjs';
import { reachingRegistries } from '../support/reaching-registries.mjs';
import { serveScoped } from '../support/scoped-registry.mjs';

const app = `clock-${randomBytes(4).toString('hex')}`;
const CLOCK = join(import.meta.dirname, '../apps/clock');

/** The README's three commands, from a workspace that has never heard of containers. */
describe('a newcomer', {
  concurrency: false,
  skip: withoutEngine() || (setting.major === '24' ? false : 'tested with Nx 24'),
}, () => {
  let workspace;
  let registry;
  let giveBack;
  const took = {};
  before(async () => {
    registry = await serveScoped(setting.tarballs['@dockwarden/nx']);
    const manifest = JSON.parse(readFileSync(join(CLOCK, 'package.json'), 'utf8'));
    workspace = makeWorkspace(
      {
        'nx.json': {},
        'package.json': {
          name: 'acme',
          private: true,
          // `dockwarden` is there already, in the version that the plugin wants: only the scope can be served from here.
          devDependencies: { ...setting.versions, dockwarden: `file:${setting.tarballs.dockwarden}` },
        },
        '.npmrc': `${registry.npmrc}fund=false\naudit=false\nprefer-offline=true\nignore-scripts=true\n`,
        '.gitignore': 'node_modules\n.nx\ndist\n',
      },
      { linked: false },
    );
    // With a lockfile of its own: that of the root names a tarball of this machine, which an image does not have.
    cpSync(CLOCK, join(workspace.root, 'apps', app), { recursive: true });
    workspace.write(`apps/${app}/package.json`, { ...manifest, name: app });
    workspace.write(`apps/${app}/project.json`, { name: app });
    execFileSync('npm', ['install'], { cwd: workspace.root, stdio: ['ignore', 'ignore', 'pipe'] });
    workspace.git('init', '-q');
  });
  after(async () => {
    docker('container', 'rm', '--force', app);
    giveBack?.();
    removeImages((name) => name.includes(app));
    workspace?.dispose();
    await registry?.close();
  });

  /** The registry answers from this process, which must not be blocked meanwhile. */
  async function nx(...args) {
    const begun = Date.now();
    const { code, output } = await reachingRegistries(
      () => workspace.nxAsync(args),
      (ended) => (ended.code === 0 ? undefined : ended.output),
    );
    took[args[0]] = (Date.now() - begun) / 1000;
    assert.equal(code, 0, output);
    return output;
  }

  test('has a running container after three commands', async (t) => {
    await nx('add', '@dockwarden/nx');
    const said = await nx('g', 'docker-setup', app, '--no-interactive');
    assert.match(said, new RegExp(`CREATE apps/${app}/Dockerfile`));
    giveBack = standIn([workspace.read(`apps/${app}/Dockerfile`)], { any: false });
    // Detached, since a test presses no Ctrl-C.
    await nx('run', `${app}:docker-run`, '--detach');
    const health = () => docker('inspect', '--format', '{{.State.Health.Status}}', app).stdout.trim();
    for (let tries = 0; tries < 240 && health() !== 'healthy'; tries++) await sleep(250);
    assert.equal(health(), 'healthy', docker('logs', app).stdout);
    t.diagnostic(`seconds: ${JSON.stringify(took)}`);
  });
});
