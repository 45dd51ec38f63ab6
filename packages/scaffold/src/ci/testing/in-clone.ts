import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface Clone {
  readonly git: (...args: string[]) => string;
  /** Changes the file of the repository and commits; the commit. */
  readonly commit: (text: string) => string;
  readonly change: (text: string) => void;
  /** Runs a script as a runner does; what it prints, and the environment that it leaves to the next step. */
  readonly run: (script: string, env?: Readonly<Record<string, string>>) => { shown: string; left: string };
  /** What programs that stand in for a forge's were called with, a line each call. */
  readonly calls: () => string;
  readonly temp: string;
}

/** A clone of an empty repository with programs that write down how they are called, and answer as `answers` says: lines of a shell by program. */
export function inClone(
  shell: readonly string[],
  answers: Readonly<Record<string, string>>,
  use: (clone: Clone) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'dockwarden-ci-'));
  try {
    const config = '[user]\n\tname = a\n\temail = a@example.org\n[init]\n\tdefaultBranch = main\n';
    writeFileSync(join(folder, 'gitconfig'), config);
    writeFileSync(join(folder, 'env'), '');
    writeFileSync(join(folder, 'calls'), '');
    mkdirSync(join(folder, 'bin'));
    for (const [name, answer] of Object.entries(answers)) {
      writeFileSync(join(folder, 'bin', name), `#!/bin/sh\necho "${name} $*" >> ${join(folder, 'calls')}\n${answer}\n`);
      chmodSync(join(folder, 'bin', name), 0o755);
    }
    const env = {
      HOME: folder,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
      GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'),
      GIT_CONFIG_NOSYSTEM: '1',
      GITHUB_ENV: join(folder, 'env'),
      GITHUB_OUTPUT: join(folder, 'env'),
      GITHUB_STEP_SUMMARY: join(folder, 'env'),
      RUNNER_TEMP: folder,
    };
    const clone = join(folder, 'clone');
    const run = (
      program: string,
      args: readonly string[],
      cwd: string,
      more: Readonly<Record<string, string>> = {},
    ) => {
      const done = spawnSync(program, args, { cwd, env: { ...env, ...more }, encoding: 'utf8' });
      if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stdout}${done.stderr}`);
      return done.stdout.trim();
    };
    run('git', ['init', '-q', '--bare', 'origin'], folder);
    run('git', ['clone', '-q', 'origin', 'clone'], folder);
    const git = (...args: string[]) => run('git', args, clone);
    const change = (text: string) => writeFileSync(join(clone, 'file'), text);
    const [program = 'sh', ...options] = shell;
    use({
      git,
      change,
      commit: (text) => {
        change(text);
        git('add', '-A');
        git('commit', '-qm', text);
        return git('rev-parse', 'HEAD');
      },
      run: (script, more) => {
        writeFileSync(join(folder, 'env'), '');
        const shown = run(program, [...options, '-c', script], clone, more);
        return { shown, left: readFileSync(join(folder, 'env'), 'utf8') };
      },
      calls: () => readFileSync(join(folder, 'calls'), 'utf8'),
      temp: folder,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
