import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { layCase, managerEnvironment } from '../stacks/lay-case.mjs';
import { standIn } from '../stacks/stand-ins.mjs';
import { removeImages } from '../support/engine.mjs';
import { setting } from '../support/nx-workspace.mjs';
import { reachingOrThrowing, reachingRegistries } from '../support/reaching-registries.mjs';
import { run, runOk } from '../support/run-program.mjs';

/** What a shell hands over, without what a CI system or npm's own scripts add to it. */
const environment = {
  ...Object.fromEntries(Object.entries(managerEnvironment()).filter(([name]) => !/^(?:NX_|GITHUB_|CI$)/.test(name))),
  NO_COLOR: '1',
  XDG_CACHE_HOME: join(setting.folder, 'cache'),
};

/**
 * A repository without a task runner, committed, with what is published installed by its own manager: `command` calls that, `install` is how it
 * adds a development dependency.
 */
export async function layPlain({ app, manager, layout, command: [program, ...words], install }) {
  const root = mkdtempSync(join(realpathSync(setting.folder), `plain-${manager}-`));
  const prefix = `plain-${randomBytes(4).toString('hex')}`;
  await layCase({ app, manager, layout }, root, undefined);
  const path = (file) => join(root, file);
  let giveBack = () => undefined;
  const workspace = {
    root,
    prefix,
    exists: (file) => existsSync(path(file)),
    read: (file) => readFileSync(path(file), 'utf8'),
    write(file, text) {
      mkdirSync(dirname(path(file)), { recursive: true });
      writeFileSync(path(file), text);
    },
    git: (...args) =>
      runOk('git', ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', ...args], {
        cwd: root,
        env: environment,
      }),
    async commit(message) {
      await workspace.git('add', '--all');
      await workspace.git('commit', '--quiet', '--allow-empty', '--message', message);
    },
    /** Runs what is installed, in the workspace or another folder. */
    dockwarden: (args, cwd = root) =>
      run(path('node_modules/.bin/dockwarden'), args, { cwd, env: environment, limit: 600_000 }),
    /** The same where images are built. */
    building: (args) =>
      reachingRegistries(
        () => workspace.dockwarden(args),
        (ended) => (ended.status === 0 ? undefined : ended.all),
      ),
    /** Runs a script as its own manager does. */
    script: (name) => run(program, [...words, 'run', '--silent', name], { cwd: root, env: environment }),
    /**
     * `init`, and again. What it asks for is not published yet, so that it is taken out of the manifest again: an image that installs
     * could not find it.
     */
    async init() {
      const first = await workspace.dockwarden(['init']);
      const second = await workspace.dockwarden(['init']);
      const { devDependencies, ...manifest } = JSON.parse(workspace.read('package.json'));
      const { dockwarden, ...others } = devDependencies;
      const left = Object.keys(others).length > 0 ? { ...manifest, devDependencies: others } : manifest;
      workspace.write('package.json', `${JSON.stringify(left, undefined, 2)}\n`);
      const configuration = workspace.read('dockwarden.yaml');
      workspace.write('dockwarden.yaml', `${configuration}build:\n  repository: ${prefix}/{image}\n  tags: [e2e]\n`);
      return { first, second, dependency: dockwarden, scripts: manifest.scripts };
    },
    lendBases(dockerfile) {
      giveBack = standIn([workspace.read(dockerfile)], { any: false });
    },
    dispose() {
      giveBack();
      removeImages((name) => name.startsWith(`${prefix}/`));
      rmSync(root, { recursive: true, force: true });
    },
  };
  await workspace.git('init', '--quiet', '--initial-branch=main');
  await workspace.commit('Write the app');
  const args = [...words, ...install, setting.tarballs.dockwarden];
  await reachingOrThrowing(() => runOk(program, args, { cwd: root, env: environment, limit: 240_000 }));
  // The tarball lies on this machine alone: an image that installs what the manifests say could not find it.
  await workspace.git('checkout', '--quiet', '--', '.');
  return workspace;
}
