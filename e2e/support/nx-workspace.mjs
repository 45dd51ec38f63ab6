import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Set by scripts/e2e.mjs: which Nx, where it is installed, and where workspaces may be made. */
export const setting = JSON.parse(process.env.DOCKWARDEN_E2E ?? '{}');

const ENV = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_SKIP_PROVENANCE_CHECK: 'true',
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  CI: '',
};

/** A workspace of its own with these files and the shared installation of Nx. */
export function makeWorkspace(files, { linked = true, home = setting.home } = {}) {
  const root = mkdtempSync(join(setting.folder, 'workspace-'));
  if (linked) symlinkSync(join(home, 'node_modules'), join(root, 'node_modules'), 'junction');
  const workspace = {
    root,
    exists: (path) => existsSync(join(root, path)),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    readJson: (path) => JSON.parse(workspace.read(path)),
    remove: (path) => rmSync(join(root, path), { recursive: true, force: true }),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), typeof text === 'string' ? text : `${JSON.stringify(text, undefined, 2)}\n`);
    },
    /** Runs nx; never through a shell. */
    nx(args, { env = {}, cwd = root } = {}) {
      const program = join(root, 'node_modules/.bin/nx');
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
        cwd,
        env: { ...process.env, ...ENV, ...env },
        encoding: 'utf8',
        timeout: 120_000,
        maxBuffer: 64 << 20,
      });
      return { code: status, output: `${stdout}${stderr}`, stdout };
    },
    git(...args) {
      const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.org', '-c', 'commit.gpgsign=false'];
      const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' });
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
      return stdout.trim();
    },
    /** The same, while this process goes on. */
    nxAsync(args, env = {}) {
      const program = join(root, 'node_modules/.bin/nx');
      const options = { cwd: root, env: { ...process.env, ...ENV, ...env }, timeout: 600_000, maxBuffer: 64 << 20 };
      return new Promise((resolve) => {
        execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) => {
          resolve({ code: error ? (error.code ?? 1) : 0, output: `${stdout}${stderr}` });
        });
      });
    },
    /** Presses Ctrl-C some milliseconds after nx has printed something: every process of its group gets the signal. */
    nxInterrupted(args, sign, after) {
      const program = join(root, 'node_modules/.bin/nx');
      const child = spawn(process.execPath, [program, ...args], {
        cwd: root,
        env: { ...process.env, ...ENV },
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let output = '';
      let pressed;
      const read = (chunk) => {
        output += chunk;
        if (pressed !== undefined || !sign.test(output)) return;
        pressed = Date.now() + after;
        setTimeout(() => process.kill(-child.pid, 'SIGINT'), after);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      return new Promise((resolve) => {
        child.on('close', (code, signal) =>
          resolve({ code: code ?? signal, output, seconds: (Date.now() - (pressed ?? 0)) / 1000 }),
        );
      });
    },
    /** Runs docker-lint everywhere and tells what the cache answered. */
    lint(...args) {
      const run = workspace.nx(['run-many', '-t', 'docker-lint', '--output-style=static', ...args]);
      return { ...run, hits: hitsOf(run.output) };
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries(files)) workspace.write(path, text);
  return workspace;
}

/** Projects whose task was answered from the cache, sorted: Nx marks each with where the answer came from. */
function hitsOf(output) {
  const lines = output.matchAll(/nx run (\S+):docker-lint\b[^\n]*\[(?:local cache|remote cache|existing outputs)/g);
  return [...new Set(Array.from(lines, (match) => match[1]))].sort();
}
