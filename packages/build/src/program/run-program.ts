import { type ChildProcess, spawn } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import type { ProgramOptions, ProgramResult, RunProgram } from '../model/program.ts';
import { boundedText } from './bounded-text.ts';
import { wholeLines } from './whole-lines.ts';

/** What a program may write before the rest is dropped; the end of an error stream says why it failed, so that is what is kept. */
const LIMITS = { stdout: 64 * 1024 * 1024, stderr: 4 * 1024 * 1024 };

/** How long a program has to end by itself once it was asked to. */
const GRACE = 10_000;

/** A pipe holds 64 KiB at most, so that what is not read by now is held open by a grandchild. */
const DRAIN = 2_000;

/**
 * Starts a program in a process group of its own: no shell, arguments as they are. Ends it and all it started after the time limit, or
 * when the run is interrupted: SIGINT as a terminal would, SIGKILL 10 s later. Resolves always; a program that is not there is a result.
 */
export const runProgram: RunProgram = (program, args, options = {}) =>
  new Promise((resolve) => {
    if (options.signal?.aborted) return resolve(notStarted('interrupted', ''));
    if (options.cwd !== undefined && !existsSync(options.cwd))
      return resolve(notStarted('missing', `${options.cwd}: no such folder`));
    try {
      follow(start(program, args, options), options, resolve);
    } catch (error) {
      // Arguments too long for the system, or with a NUL: spawn throws instead of emitting.
      resolve({ code: -1, stdout: '', stderr: (error as Error).message });
    }
  });

function start(program: string, args: readonly string[], { cwd, env }: ProgramOptions): ChildProcess {
  const merged = { ...process.env, ...env };
  return spawn(program, args, { cwd, env: merged, detached: hasGroups, stdio: 'pipe', windowsHide: true });
}

const hasGroups = process.platform !== 'win32';

function follow(child: ChildProcess, options: ProgramOptions, resolve: (result: ProgramResult) => void): void {
  const stdout = boundedText(LIMITS.stdout, 'start');
  const stderr = boundedText(LIMITS.stderr, 'end');
  const lines = options.onErrorLine && wholeLines(options.onErrorLine);
  const outputLines = options.onOutputLine && wholeLines(options.onOutputLine);
  child.stdout!.on('data', (chunk: Buffer) => {
    stdout.add(chunk);
    outputLines?.add(chunk);
  });
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr.add(chunk);
    lines?.add(chunk);
  });
  let failure: ProgramResult['failure'];
  const timers: NodeJS.Timeout[] = [];
  const later = (milliseconds: number, action: () => void) => timers.push(setTimeout(action, milliseconds));
  const stop = (why: 'timeout' | 'interrupted') => {
    if (failure) return;
    failure = why;
    signalAll(child, 'SIGINT');
    later(GRACE, () => signalAll(child, 'SIGKILL'));
  };
  const interrupt = () => stop('interrupted');
  if (options.signal) {
    // All programs of a run listen to one signal; node takes more than ten listeners for a leak, and says so.
    setMaxListeners(Number.POSITIVE_INFINITY, options.signal);
    options.signal.addEventListener('abort', interrupt, { once: true });
  }
  if (options.timeout !== undefined) later(options.timeout, () => stop('timeout'));

  let done = false;
  const finish = (result: ProgramResult) => {
    if (done) return;
    done = true;
    for (const timer of timers) clearTimeout(timer);
    options.signal?.removeEventListener('abort', interrupt);
    lines?.end();
    outputLines?.end();
    resolve(result);
  };
  const result = (code: number | null): ProgramResult => ({
    code: failure ? -1 : (code ?? -1),
    stdout: stdout.text(),
    stderr: stderr.text(),
    ...(failure && { failure }),
  });
  child.on('error', (error) => {
    const missing = ['ENOENT', 'EACCES', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    finish(missing ? notStarted('missing', error.message) : { ...result(-1), stderr: error.message });
  });
  child.on('close', (code) => finish(result(code)));
  child.on('exit', (code) => {
    if (failure) signalAll(child, 'SIGKILL');
    later(DRAIN, () => {
      for (const stream of [child.stdout!, child.stderr!]) stream.destroy();
      finish(result(code));
    });
  });
  feed(child, options.input);
}

function feed(child: ChildProcess, input: ProgramOptions['input']): void {
  // A program that reads nothing of its input closes it (EPIPE): its exit code says what became of it.
  child.stdin!.on('error', () => {});
  child.stdin!.end(input ?? '');
}

/** The whole group, as what was started starts others: `docker` runs its plugins as children. */
function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (hasGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Gone already.
  }
}

function notStarted(failure: 'missing' | 'interrupted', stderr: string): ProgramResult {
  return { code: -1, stdout: '', stderr, failure };
}
