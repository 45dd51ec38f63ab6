// Asks `docker compose config` (no engine needed) what becomes of files. DOCKWARDEN_COMPOSE names another program.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const [program, ...leading] = process.env.DOCKWARDEN_COMPOSE?.split(' ') ?? ['docker', 'compose'];
const OPTIONS = ['--profile', '*', 'config', '--format', 'json', '--no-env-resolution', '--no-consistency'];

/** The printed model with the root it was printed for, or why it was refused. Env files that are missing are made, empty. */
export async function dockerConfig(files, load) {
  const root = join(mkdtempSync(join(tmpdir(), 'compose-')), 'a', 'b', 'ws');
  const write = (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  try {
    for (const [path, text] of Object.entries(files)) write(join(root, path), text);
    for (let tries = 0; ; tries++) {
      const answer = await ask(root, load);
      const missing = /env file (\S+) not found/.exec(answer.refused ?? '')?.[1];
      if (missing === undefined || missing.startsWith('/') || tries > 20) return { root, ...answer };
      write(join(root, missing), '');
    }
  } finally {
    rmSync(join(root, '../../..'), { recursive: true, force: true });
  }
}

async function ask(root, load) {
  const args = [...leading, ...load.flatMap((path) => ['-f', join(root, path)]), ...OPTIONS];
  const env = { PATH: process.env.PATH, HOME: join(root, '..', 'home') };
  try {
    const { stdout } = await run(program, args, { cwd: root, env, maxBuffer: 1 << 28, timeout: 60_000 });
    return { printed: JSON.parse(stdout) };
  } catch (error) {
    if (error.stderr === undefined) throw error;
    const lines = error.stderr.split('\n').filter((line) => line.trim() !== '' && !/level=warning/.test(line));
    return { refused: (lines[0] ?? `exit ${error.code}`).replaceAll(`${root}/`, '').slice(0, 200) };
  }
}

export async function dockerVersion() {
  const { stdout } = await run(program, [...leading, 'version', '--short']);
  return stdout.trim();
}

/** Runs a job for each item, so many at once, and answers in order. */
export async function inParallel(items, width, job) {
  const results = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await job(items[index]);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
