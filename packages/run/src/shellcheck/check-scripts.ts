import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Shellcheck } from './find-shellcheck.ts';
import { readComments, type ShellComment } from './read-comments.ts';

export interface Script {
  readonly dialect: 'sh' | 'bash' | 'dash';
  readonly text: string;
}

export interface CheckedScripts {
  /** Of those that were looked at. */
  readonly comments: ReadonlyMap<Script, readonly ShellComment[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Scripts that one process reads. */
const AT_ONCE = 100;

const MOST_OUTPUT = 64 * 1024 * 1024;

/** Milliseconds for all scripts of a run. */
const TIME_LIMIT = 60_000;

/**
 * Not followed: files that are read into a script lie in the image (SC1090, SC1091). SC2187 only says that ash is read as dash.
 */
const EXCLUDED = 'SC1090,SC1091,SC2187';

/** Hands scripts to ShellCheck as files of a temporary folder: no shell, no settings but ours, bounded in time and output. */
export function checkScripts(shellcheck: Shellcheck, scripts: readonly Script[], limit = TIME_LIMIT): CheckedScripts {
  const comments = new Map<Script, readonly ShellComment[]>();
  if (scripts.length === 0) return { comments, diagnostics: [] };
  const folder = mkdtempSync(join(tmpdir(), 'dockwarden-shellcheck-'));
  const deadline = Date.now() + limit;
  try {
    for (const batch of batches(scripts)) {
      const left = deadline - Date.now();
      if (left <= 0) return { comments, diagnostics: [tooSlow(limit)] };
      batch.forEach(({ text }, index) => {
        writeFileSync(join(folder, `${index}.sh`), text);
      });
      const args = ['--norc', '--format=json1', `--exclude=${EXCLUDED}`, `--shell=${batch[0]!.dialect}`];
      const files = batch.map((_, index) => join(folder, `${index}.sh`));
      const run = spawnSync(shellcheck.program, [...args, ...files], {
        cwd: folder,
        // It reads files in the encoding of the locale, and its options from a variable as well.
        env: { ...process.env, LC_ALL: 'C.UTF-8', SHELLCHECK_OPTS: '' },
        encoding: 'utf8',
        timeout: left,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_OUTPUT,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      });
      if ((run.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT')
        return { comments, diagnostics: [tooSlow(limit)] };
      const found = run.error ? undefined : readComments(run.stdout);
      if (!found) return { comments, diagnostics: [failed(shellcheck, run.error?.message ?? run.stderr)] };
      batch.forEach((script, index) => {
        const own = found.filter(({ file }) => basename(file) === `${index}.sh`);
        comments.set(script, own);
      });
    }
    return { comments, diagnostics: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of one dialect each, since that is an option of the process. */
function batches(scripts: readonly Script[]): Script[][] {
  const byDialect = new Map<string, Script[][]>();
  for (const script of scripts) {
    const lists = byDialect.get(script.dialect) ?? [[]];
    byDialect.set(script.dialect, lists);
    if (lists.at(-1)!.length >= AT_ONCE) lists.push([]);
    lists.at(-1)!.push(script);
  }
  return [...byDialect.values()].flat();
}

const OFF = 'set `shellcheck: off` under policies in dockwarden.yaml to do without';

function tooSlow(limit: number): Diagnostic {
  const message = `ShellCheck took more than ${Math.round(limit / 1000)} s, and was stopped before it had seen every RUN`;
  return { code: 'shellcheck/time', message, hint: OFF, exit: 3 };
}

function failed({ program }: Shellcheck, reason: string): Diagnostic {
  const [line = ''] = reason.trim().split('\n');
  const message = `${program} gave no report${line === '' ? '' : `: ${line.slice(0, 200)}`}`;
  return { code: 'shellcheck/failed', message, hint: `install ShellCheck 0.7 or later, or ${OFF}`, exit: 3 };
}
