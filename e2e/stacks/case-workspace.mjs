import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { docker } from '../support/engine.mjs';
import { run, runOk } from '../support/run-program.mjs';
import { inTurn } from './in-turn.mjs';
import { layCase } from './lay-case.mjs';

const launcher = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');

/** A workspace with one case in it, committed, in a temporary folder. `dispose` takes away its folder and whatever it has left in the engine. */
export async function openCase(each, tools) {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-stacks-')));
  // Where nothing else names a project, its folder does.
  const root = join(home, each.layout === 'alone' ? each.app : 'acme');
  const prefix = `stacks-${randomBytes(4).toString('hex')}`;
  const env = { ...process.env, NO_COLOR: '1', CI: '', GITHUB_ACTIONS: '', XDG_CACHE_HOME: join(home, 'cache') };
  const workspace = {
    root,
    prefix,
    async git(...args) {
      const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', '-c', 'commit.gpgsign=false'];
      return runOk('git', [...identity, ...args], { cwd: root });
    },
    async commit(message) {
      await workspace.git('add', '--all');
      await workspace.git('commit', '--quiet', '--allow-empty', '--message', message);
    },
    /** Runs the command line to whatever end. */
    tryDockwarden: (args, { limit = 60_000 } = {}) =>
      run(process.execPath, [launcher, ...args], { cwd: root, env, limit }),
    /** Runs the command line, and expects that it succeeds. */
    async dockwarden(args, options) {
      const ended = await workspace.tryDockwarden(args, options);
      assert.equal(ended.status, 0, `dockwarden ${args.join(' ')} (${ended.signal ?? ended.status})\n${ended.all}`);
      return ended;
    },
    /** Writes what an image holds to the workspace, for an image that packs it. */
    extract: (image) => inTurn(process.execPath, [launcher, 'extract', image], { cwd: root, env, limit: 1_500_000 }),
    /** Builds all images of the workspace, and gives what is recorded of each, and how long the builds took without waiting for their turn. */
    async build() {
      // What packs the output of a build, or of another image, is told that this has just been made.
      const trust = each.build === 'outside' || each.pattern === 'builder' ? ['--trust-generated'] : [];
      const stdout = await inTurn(process.execPath, [launcher, 'build', '--verbose', ...trust], {
        cwd: root,
        env,
        limit: 1_500_000,
      });
      const records = readdirSync(join(root, 'dist/docker'), { recursive: true }).filter(
        (path) => basename(path) === 'metadata.json',
      );
      return {
        images: records.map((path) => JSON.parse(workspace.read(join('dist/docker', path)))),
        seconds: Math.max(...[...stdout.matchAll(/^built: .*, ([\d.]+) s\)$/gm)].map(([, took]) => Number(took))),
      };
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    exists: (path) => existsSync(join(root, path)),
    dispose() {
      for (const kind of ['container', 'image', 'volume', 'network']) removeAll(kind, prefix);
      rmSync(home, { recursive: true, force: true });
    },
  };
  try {
    mkdirSync(root);
    workspace.folder = await layCase(each, root, tools);
    const config = {
      dockwarden: 'config/v1',
      extends: ['dockwarden:strict'],
      build: { repository: `${prefix}/{image}`, tags: ['e2e'] },
    };
    writeFileSync(join(root, 'dockwarden.yaml'), `${JSON.stringify(config, undefined, 2)}\n`);
    await workspace.git('init', '--quiet', '--initial-branch=main');
    await workspace.git('remote', 'add', 'origin', `https://example.org/acme/${basename(root)}.git`);
    await workspace.commit('Write the app');
    return workspace;
  } catch (error) {
    workspace.dispose();
    throw error;
  }
}

/** Removes from the engine what has the prefix in its name. */
function removeAll(kind, prefix) {
  const format = { image: '{{.ID}} {{.Repository}}:{{.Tag}}', container: '{{.ID}} {{.Names}}' }[kind] ?? '{{.Name}}';
  const all = kind === 'container' ? ['--all'] : [];
  const listed = docker(kind, 'ls', ...all, '--format', format).stdout.split('\n');
  const own = new Set(listed.filter((line) => line.includes(prefix)).map((line) => line.split(' ')[0]));
  if (own.size > 0) docker(kind, 'rm', '--force', ...own);
}
