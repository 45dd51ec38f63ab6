import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, whatever that is; never through a shell. The event loop goes on, so that servers of a test can answer it.
 * After `limit` milliseconds it is interrupted, so that it can end what it has started, and killed where it does not; `started` gets the process.
 */
export function run(program, args, { cwd, env = process.env, started, input, limit = 120_000 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: 'pipe' });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8');
      child[name].on('data', (text) => {
        said[name] += text;
      });
    }
    const timers = [
      setTimeout(() => child.kill('SIGINT'), limit),
      setTimeout(() => child.kill('SIGKILL'), limit + 10_000),
    ];
    child.on('error', reject);
    child.on('close', (status, signal) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ status, signal, ...said, all: said.stdout + said.stderr });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    started?.(child, said);
  });
}

/** The same, and fails where the program does; gives what it said on standard output. */
export async function runOk(program, args, options) {
  const { status, signal, stdout, all } = await run(program, args, options);
  if (status === 0) return stdout.trim();
  const ended = signal ? `ended by ${signal}` : `exit ${status}`;
  throw new Error(`${program} ${args.join(' ')}: ${ended}\n${all.slice(-4000)}`);
}
