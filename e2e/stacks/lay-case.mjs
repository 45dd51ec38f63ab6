import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reachingOrThrowing } from '../support/reaching-registries.mjs';
import { runOk } from '../support/run-program.mjs';
import { MANAGERS } from './managers.mjs';
import { rootManifest, workspaceSettings } from './root-manifest.mjs';

const e2e = join(import.meta.dirname, '..');
const lockfiles = new Set(Object.values(MANAGERS).flatMap(({ lockfile }) => lockfile ?? []));

/** Layouts by the folder of e2e/layouts that holds their files; an app that stands alone is its own workspace. */
const LAYOUTS = {
  alone: [],
  workspaces: ['workspace'],
  turborepo: ['workspace', 'turborepo'],
  nx: ['nx'],
};

/**
 * Lays a case's workspace into a folder: its app in its layout, with the lockfile of its manager, and `beside` it apps in other languages, which a
 * manifest makes packages of the workspace. Gives the app's folder from the root.
 */
export async function layCase({ app, manager, layout, beside = [] }, root, tools) {
  const alone = layout === 'alone';
  const folder = alone ? '.' : `apps/${app}`;
  const { lockfile, settings = {} } = MANAGERS[manager];
  for (const name of LAYOUTS[layout]) copy(join(e2e, 'layouts', name), root);
  copy(join(e2e, 'apps', app), join(root, folder), (name) => !lockfiles.has(name) || (alone && name === lockfile));
  if (!alone) write(join(root, 'package.json'), rootManifest(layout, manager));
  for (const other of beside) {
    copy(join(e2e, 'apps', other), join(root, 'apps', other));
    write(join(root, 'apps', other, 'package.json'), `{ "name": "${other}", "version": "1.0.0", "private": true }\n`);
  }
  if (existsSync(join(root, 'package.json'))) nameManager(root, folder, manager, layout);
  for (const [path, text] of Object.entries({ ...settings, ...workspaceSettings(layout, manager) }))
    write(join(root, path), text);
  write(join(root, '.gitignore'), 'node_modules/\ndist/\nbuild/\n.next/\n.nx/\n.turbo/\ntarget/\n');
  if (lockfile && !existsSync(join(root, lockfile))) await layLockfile(root, manager, tools);
  return folder;
}

/** Says which manager the workspace uses, and how its apps name each other in it. */
function nameManager(root, folder, manager, layout) {
  const { field, local } = MANAGERS[manager];
  edit(join(root, 'package.json'), (manifest) => ({
    ...manifest,
    // Turborepo asks for it.
    ...((manager !== 'npm' || layout === 'turborepo') && { packageManager: field }),
  }));
  const path = join(root, folder, 'package.json');
  if (folder === '.' || !existsSync(path)) return;
  edit(path, (manifest) => {
    const own = Object.keys(manifest.dependencies).filter((name) => name.startsWith('@acme/'));
    return {
      ...manifest,
      dependencies: { ...manifest.dependencies, ...Object.fromEntries(own.map((name) => [name, local])) },
    };
  });
}

/** The manager itself writes it, in a copy, so that nothing else of what it leaves gets into the workspace. */
async function layLockfile(root, manager, tools) {
  const { lock, lockfile } = MANAGERS[manager];
  if (!lock) throw new Error(`no ${lockfile} is committed, and none can be written`);
  const copyOf = mkdtempSync(`${root}-lock-`);
  try {
    copy(root, copyOf);
    // Yarn takes what is above the folder for the workspace that it is part of.
    if (lockfile === 'yarn.lock') write(join(copyOf, lockfile), '');
    for (const [program, ...args] of lock) {
      const filled = [program, ...args].map((word) => word.replace('{tools}', tools));
      const options = { cwd: copyOf, env: managerEnvironment(), limit: 240_000 };
      await reachingOrThrowing(() => runOk(filled[0], filled.slice(1), options));
    }
    cpSync(join(copyOf, lockfile), join(root, lockfile));
  } finally {
    rmSync(copyOf, { recursive: true, force: true });
  }
}

/** Of npm's own variables, which npm gives to scripts and which another manager would take for its settings, nothing. */
export function managerEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$|config_cafile$)/i.test(name));
  return {
    ...Object.fromEntries(kept),
    CI: '1',
    npm_config_omit_lockfile_registry_resolved: 'true',
    YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    YARN_ENABLE_TELEMETRY: '0',
    COREPACK_ENABLE_STRICT: '0',
    UV_PYTHON_DOWNLOADS: 'never',
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
  };
}

function copy(from, to, fits = () => true) {
  cpSync(from, to, { recursive: true, filter: (path) => fits(path.split(/[\\/]/).at(-1)) });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(path, change) {
  write(path, `${JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8'))), undefined, 2)}\n`);
}
