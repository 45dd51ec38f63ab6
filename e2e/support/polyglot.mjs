import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { layCase } from '../stacks/lay-case.mjs';
import { standIn } from '../stacks/stand-ins.mjs';
import { imagesWith, removeImages } from './engine.mjs';

/** Apps of the workspace: TypeScript with a library of the workspace, Go, and Python. */
export const APPS = ['greeter', 'invoices', 'ledger'];
const NAMES = { greeter: '@acme/greeter' };

/**
 * Lays a workspace with an app in each of three languages, committed, for `npm` or `pnpm`, into a folder without node_modules: a lockfile that is
 * made beside an installation takes it for its own. `runner` holds further files of its task runner.
 */
export async function layPolyglot(root, { manager, layout, runner = {} }) {
  const prefix = `polyglot-${randomBytes(4).toString('hex')}`;
  await layCase({ app: 'greeter', manager, layout, beside: ['invoices', 'ledger'] }, root, undefined);
  const isOwn = (name) => name.startsWith(`${prefix}/`);
  const config = {
    dockwarden: 'config/v1',
    extends: ['dockwarden:strict'],
    build: { repository: `${prefix}/{project}`, tags: ['e2e'] },
  };
  const files = { 'dockwarden.yaml': `${JSON.stringify(config, undefined, 2)}\n`, ...runner };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', ...args], { cwd: root });
  const commit = (message) => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  git('init', '--quiet', '--initial-branch=main');
  // The installation that tests share is a link, which a pattern of folders does not ignore.
  writeFileSync(join(root, '.git/info/exclude'), '/node_modules\n');
  git('remote', 'add', 'origin', 'https://example.org/acme/shop.git');
  commit('Write the apps');
  const dockerfile = (app) => readFileSync(join(root, 'apps', app, 'Dockerfile'), 'utf8');
  let giveBack = () => undefined;
  return {
    commit,
    /** Takes back what is not committed. */
    discard() {
      git('checkout', '--quiet', '--', '.');
      git('clean', '--quiet', '--force', '-d');
    },
    dockerfile,
    projects: APPS.map((app) => NAMES[app] ?? app),
    filesOf: (app) => readdirSync(join(root, 'apps', app)),
    lendBases() {
      giveBack = standIn(APPS.map(dockerfile), { any: false });
    },
    /** Repositories of the images that were built. */
    built: () => new Set(imagesWith(isOwn).map((name) => name.split(':')[0])),
    dispose() {
      giveBack();
      removeImages(isOwn);
    },
  };
}
