import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const hook = fileURLToPath(new URL('report-usage.cjs', import.meta.url));

/**
 * Runs a Node program once: wall and CPU milliseconds, peak memory in MB. `output`: `pipe`; `file`, for programs that end before
 * a pipe has taken all that they print; or `ignore`, so that neither a reader nor the disk is measured.
 */
export function runOnce({ args, cwd, env = {}, accept = [0, 1], output = 'pipe' }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const usage = join(folder, 'usage.json');
  const stdio = output === 'file' ? openSync(join(folder, 'stdout'), 'w') : output;
  const { NODE_EXTRA_CA_CERTS, ...clean } = process.env;
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['-r', hook, ...args], {
    cwd,
    env: { ...clean, ...env, BENCH_USAGE_FILE: usage },
    encoding: 'utf8',
    stdio: ['ignore', stdio, 'pipe'],
    maxBuffer: 1 << 30,
    timeout: 600_000,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (output === 'file') closeSync(stdio);
  const stdout = output === 'file' ? readFileSync(join(folder, 'stdout'), 'utf8') : (run.stdout ?? '');
  if (!accept.includes(run.status))
    throw new Error(
      `${args.join(' ')} ended with ${run.status}\n${stdout.slice(0, 2000)}\n${run.stderr.slice(0, 2000)}`,
    );
  const { cpu, rss } = JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(folder, { recursive: true });
  return { wall, cpu, rss, stdout };
}

/** Runs programs in turn, A B C A B C …, after one round that does not count; medians of each figure. */
export function interleave(programs, rounds) {
  const results = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, program] of Object.entries(programs)) {
      const result = runOnce(typeof program === 'function' ? program() : program);
      if (round >= 0) results[name].push(result);
    }
  }
  const of = (list, figure) => median(list.map((each) => each[figure]));
  return Object.fromEntries(
    Object.entries(results).map(([name, list]) => [
      name,
      { wall: of(list, 'wall'), cpu: of(list, 'cpu'), rss: of(list, 'rss') },
    ]),
  );
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
