import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with an app in it, as a planner sees it, and what runs there. */
export function makeApp(files) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-health-')));
  const write = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const project = { name: 'app', root: '.', tags: [], manifests: [], lockfiles: [], dependencies: [], closure: [] };
  return {
    root,
    app: { fs: diskAt(root), workspace: { root, tool: 'folder', projects: [project] }, project },
    write,
    run(program, args, env = {}) {
      const done = spawnSync(program, args, {
        cwd: root,
        encoding: 'utf8',
        timeout: 300_000,
        env: { ...process.env, ...env },
      });
      assert.equal(done.status, 0, `${program} ${args.join(' ')}: ${done.error ?? ''}${done.stdout}${done.stderr}`);
      return done.stdout;
    },
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

function diskAt(root) {
  const look = (path) => statSync(join(root, path), { throwIfNoEntry: false });
  return {
    read: (path) => (look(path)?.isFile() ? readFileSync(join(root, path), 'utf8') : undefined),
    kind: (path) => (look(path)?.isFile() ? 'file' : look(path)?.isDirectory() ? 'directory' : undefined),
    list: (path) => (look(path)?.isDirectory() ? readdirSync(join(root, path)).sort() : []),
  };
}

/** Starts a program that listens on PORT, and hands its address to `use` once it answers. */
export async function whileRunning(root, [program, ...args], env, use) {
  const port = await freePort();
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  try {
    const url = `http://127.0.0.1:${port}`;
    for (let tries = 0; ; tries++) {
      if (
        await fetch(url).then(
          () => true,
          () => false,
        )
      )
        break;
      assert.ok(tries < 300 && child.exitCode === null, `${program} does not answer: ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return await use(url);
  } finally {
    // The program and what it started itself: `go run` does.
    if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }
}

/** A service that accepts connections and says nothing. */
export async function listen() {
  const server = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => new Promise((resolve) => server.close(resolve)) };
}

export async function freePort() {
  const { port, close } = await listen();
  await close();
  return port;
}

/** A port that takes no more connections and refuses none, so that whoever connects waits: its queue is full (Linux, `listen(2)`). */
export async function silence() {
  const child = spawn('python3', ['-c', FULL_QUEUE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('nothing listens')));
  });
  return { port, close: () => child.kill('SIGKILL') };
}

const FULL_QUEUE = `
import socket, time
server = socket.socket()
server.bind(("127.0.0.1", 0))
server.listen(0)
held = [socket.socket() for _ in range(8)]
for one in held:
    one.setblocking(False)
    one.connect_ex(server.getsockname())
print(server.getsockname()[1], flush=True)
time.sleep(600)
`;
