import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { docker, registry } from './engine.mjs';
import { removeFromRegistry } from './registry-api.mjs';
import { run } from './run-program.mjs';

export { run };

const launcher = join(import.meta.dirname, '../../packages/cli/bin/dockwarden.js');

/** Variables by which CI systems speak, which the machine of these tests may have set. */
const ciVariables = /^(?:CI|GITHUB_.*|GITLAB_.*|CI_.*|NX_.*|BUILDX_.*|BUILDKIT_.*|SOURCE_DATE_EPOCH)$/;

/**
 * Temporary workspaces in git whose images have a prefix of their own, and the command line run in them. `dispose` takes away folders,
 * images of the engine and what was pushed.
 */
export function makeYard(name) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), `dockwarden-${name}-`)));
  const prefix = `accept-${randomBytes(4).toString('hex')}`;
  const repositories = new Set();
  return {
    root,
    /** Before the names of images in the engine. */
    prefix,
    /** Before the names of images in the registry. */
    remote: `${registry}/${prefix}`,
    /** A folder beside the workspaces, such as the context of an image that somebody builds by hand. */
    aside(folder, files) {
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, folder, path)), { recursive: true });
        writeFileSync(join(root, folder, path), text);
      }
      return join(root, folder);
    },
    workspace: (folder, files = {}) => openWorkspace(join(root, folder), join(root, 'cache'), files),
    /** A clone of a workspace; options are those of `git clone`. */
    async clone(workspace, folder, ...options) {
      const args = ['clone', '--quiet', ...options, `file://${workspace.root}`, join(root, folder)];
      const { status, stderr } = await run('git', args, { env: gitEnvironment() });
      if (status !== 0) throw new Error(stderr);
      return Object.assign(openWorkspace(join(root, folder), join(root, 'cache'), {}), { config: workspace.config });
    },
    /** Names of repositories that were pushed to, below the prefix, to be emptied in the end. */
    pushes: (...names) => {
      for (const each of names) repositories.add(`${prefix}/${each}`);
    },
    emptyEngine: () => removeImages(prefix),
    async dispose() {
      removeImages(prefix);
      for (const repository of repositories) await removeFromRegistry(registry, repository);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** By what they are called, tagged or not. */
function removeImages(prefix) {
  const listed = docker('image', 'ls', '--no-trunc', '--format', '{{.ID}} {{.Repository}}').stdout.split('\n');
  const own = listed.filter((line) => line.includes(prefix)).map((line) => line.split(' ')[0]);
  if (own.length > 0) docker('image', 'rm', '--force', ...new Set(own));
}

function openWorkspace(root, cache, files) {
  mkdirSync(root, { recursive: true });
  const workspace = {
    root,
    path: (...parts) => join(root, ...parts),
    write(texts, mode) {
      for (const [path, text] of Object.entries(texts)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
        if (mode !== undefined) chmodSync(join(root, path), mode);
      }
    },
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    /** What the configuration says now. */
    config: {},
    /** JSON is YAML. */
    configure(config) {
      workspace.config = config;
      const text = JSON.stringify({ dockwarden: 'config/v1', extends: [], ...config });
      workspace.write({ 'dockwarden.yaml': `${text}\n` });
    },
    git: (...args) => run('git', args, { cwd: root, env: gitEnvironment() }),
    async commit(message = 'change', ...args) {
      await workspace.git('add', '--all');
      const { status, stderr } = await workspace.git('commit', '--quiet', '--message', message, ...args);
      if (status !== 0) throw new Error(stderr);
      return (await workspace.git('rev-parse', 'HEAD')).stdout.trim();
    },
    /** Runs the command line; `started` gets the process. */
    run: (args, { env = {}, cwd = root, started, input } = {}) =>
      run(process.execPath, [launcher, ...args], {
        cwd,
        env: environment({ XDG_CACHE_HOME: cache, ...env }),
        started,
        input,
      }),
    /** Runs it with JSON as output; `image` gives what is said of one. */
    async ask(args, options) {
      const ended = await workspace.run([...args, '--format', 'json'], options);
      const said = ended.stdout === '' ? undefined : JSON.parse(ended.stdout);
      return { ...ended, said, image: (name) => said?.images.find(({ image }) => image === name) };
    },
    metadata(image) {
      const path = join(root, 'dist/docker', image, 'metadata.json');
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
    },
  };
  workspace.write(files);
  return workspace;
}

function gitEnvironment() {
  const who = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a' };
  return { ...process.env, ...who, GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_GLOBAL: '/dev/null' };
}

function environment(more) {
  const kept = Object.entries(process.env).filter(([name]) => !ciVariables.test(name));
  const merged = { ...Object.fromEntries(kept), NO_COLOR: '1', ...more };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** Workspaces of one project for each image, whose Dockerfile is given; `git init` and a first commit are made. */
export async function committed(workspace, config) {
  workspace.configure(config);
  const made = await workspace.git('init', '--quiet', '--initial-branch=main');
  if (made.status !== 0) throw new Error(made.stderr);
  workspace.write({
    'package.json': '{"name":"root","private":true,"workspaces":["apps/*"]}\n',
    '.gitignore': 'dist\n',
  });
  await workspace.commit('first');
  return workspace;
}
