import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ProgramResult, RunProgram } from '../model/program.ts';
import { GIT_MILLISECONDS } from './bounds.ts';

/** Runs git in one folder: its arguments, and what it reads from standard input. */
export type Git = (args: readonly string[], input?: string) => Promise<ProgramResult>;

/**
 * What is laid over the environment. No lock is taken, no path is read as a pattern, nothing is asked on a terminal and nothing is fetched:
 * an object that a partial clone lacks is an error, on the versions that do not know GIT_NO_LAZY_FETCH too, since no protocol is allowed.
 * The variables by which a hook points git at another repository or index than the folder's are taken away.
 */
const ENVIRONMENT: Readonly<Record<string, string | undefined>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
  GIT_NAMESPACE: undefined,
  GIT_TRACE: undefined,
  GIT_EXTERNAL_DIFF: undefined,
};

/** A repository's own configuration may name a program as file system monitor; it is not to be started. */
const CONFIGURATION = ['-c', 'core.fsmonitor=false'];

export function gitIn(run: RunProgram, folder: string): Git {
  return (args, input) =>
    run('git', [...CONFIGURATION, '-C', folder, ...args], { env: ENVIRONMENT, input, timeout: GIT_MILLISECONDS });
}

/** What went wrong with a call of git, in words for a user. */
export function gitFault({ code, stderr, failure }: ProgramResult, doing: string): Diagnostic {
  if (failure === 'missing') {
    const hint = 'Install git, or put it on the PATH.';
    return { code: 'git/missing', message: `git is not installed, so ${doing} is not possible.`, hint, exit: 3 };
  }
  if (failure !== undefined) {
    const message = `git was ended while ${doing}: ${failure === 'timeout' ? 'it took too long' : 'interrupted'}.`;
    return { code: `git/${failure}`, message, exit: 3 };
  }
  if (/dubious ownership/.test(stderr)) {
    const hint = 'Run git config --global --add safe.directory FOLDER, with the folder of the repository.';
    const message = 'git refuses the repository, since it belongs to another user.';
    return { code: 'git/owner', message, hint, exit: 3 };
  }
  if (/not a git repository/i.test(stderr)) {
    return { code: 'git/no-repository', message: 'The workspace is in no git repository.', exit: 3 };
  }
  if (/promisor remote|unable to read tree|bad object|missing/.test(stderr)) {
    const hint =
      'Clone with --filter=blob:none instead of --filter=tree:0, or run git fetch --refetch --filter=blob:none.';
    return { code: 'git/incomplete', message: `The clone lacks objects that ${doing} needs.`, hint, exit: 3 };
  }
  const last = stderr.trim().split('\n').pop() ?? '';
  return { code: 'git/failed', message: `git failed while ${doing} (exit code ${code}): ${last}`, exit: 3 };
}
