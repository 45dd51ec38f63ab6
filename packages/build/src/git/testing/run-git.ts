import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunProgram } from '../../model/program.ts';

/** Starts the program as it is asked to, with no configuration but the repository's own. */
export const runProgram: RunProgram = (program, args, options = {}) =>
  new Promise((done) => {
    const env = { ...process.env, ...ISOLATED, ...options.env };
    const child = spawn(program, args, { cwd: options.cwd, env, timeout: options.timeout });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', () => done({ code: -1, stdout, stderr, failure: 'missing' }));
    child.on('close', (code) =>
      done({ code: code ?? -1, stdout, stderr, ...(code === null && { failure: 'timeout' }) }),
    );
    child.stdin.on('error', () => {}).end(options.input ?? '');
  });

const ISOLATED = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'a',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'c',
  GIT_COMMITTER_EMAIL: 'c@example.com',
};

export function git(folder: string, args: readonly string[], input?: string): string {
  const flags = ['-c', 'protocol.file.allow=always', '-c', 'init.defaultBranch=main', '-C', folder];
  return execFileSync('git', [...flags, ...args], {
    env: { ...process.env, ...ISOLATED },
    input,
    encoding: 'utf8',
    stdio: 'pipe',
  });
}

export interface TestFolder {
  readonly path: string;
  remove(): void;
}

export function testFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'dockwarden-git-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
