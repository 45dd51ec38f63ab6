import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { Repository } from '../git/repository.ts';

/** What a run says of the commit that it compares with; the first that is there is taken. */
export interface BaseRequest {
  /** `--base`. */
  readonly base?: string | undefined;
  /** The environment's NX_BASE, or Turborepo's TURBO_SCM_BASE. */
  readonly environment?: { readonly name: string; readonly value: string | undefined };
  /** The task runner's own, where it has such a setting: `defaultBase` of nx.json. */
  readonly runner?: { readonly name: string; readonly value: string | undefined };
}

export interface ResolvedBase {
  readonly commit: string;
  /** In words: `--base main`, `defaultBase of nx.json: origin/main`, `the remote's main branch`. */
  readonly by: string;
}

/** The commit to compare with. A ref that is named and does not exist is an error (exit 2), as is nothing to go by. */
export async function resolveBase(repository: Repository, request: BaseRequest): Promise<ResolvedBase | Diagnostic> {
  const { base, environment, runner } = request;
  if (base !== undefined) return namedBase(repository, base, '--base');
  if (environment?.value) return namedBase(repository, environment.value, environment.name);
  if (runner?.value) {
    // In CI the branch itself is often not checked out.
    for (const ref of [runner.value, `origin/${runner.value}`]) {
      const commit = await commitOf(repository, ref);
      if (commit !== undefined) return { commit, by: `${runner.name}: ${ref}` };
    }
  }
  const remote = await commitOf(repository, 'refs/remotes/origin/HEAD');
  if (remote !== undefined) return { commit: remote, by: "the remote's main branch" };
  const said = runner?.value ? ` ${runner.name} names ${quoted(runner.value)}, which is not there.` : '';
  const asked = ['--base REF', environment?.name ?? 'NX_BASE', ...(runner ? [runner.name] : []), 'origin/HEAD'];
  return {
    code: 'affected/base',
    message: `There is nothing to compare with.${said}`,
    hint: `One of these has to name a commit: ${asked.join(', ')} (git remote set-head origin --auto).`,
    exit: 2,
  };
}

async function namedBase(repository: Repository, ref: string, by: string): Promise<ResolvedBase | Diagnostic> {
  const commit = await commitOf(repository, ref);
  if (commit !== undefined) return { commit, by: `${by} ${ref}` };
  return unknownRef(repository, ref, by);
}

export function unknownRef({ boundary }: Pick<Repository, 'boundary'>, ref: string, by: string): Diagnostic {
  const hint = howToFetch(ref, boundary.size > 0);
  return { code: 'affected/ref', message: `${by} names ${quoted(ref)}, which is no commit here.`, hint, exit: 2 };
}

/** A clone of one branch, as `--depth` makes, takes no other as `origin/…` unless it is told where to. */
function howToFetch(ref: string, shallow: boolean): string {
  const whole = shallow ? ' --unshallow' : '';
  const [, branch] = /^origin\/([\w./-]+)$/.exec(ref) ?? [];
  if (branch) {
    const command = `git fetch${whole} origin ${branch}:refs/remotes/origin/${branch}`;
    return `Run ${command}, or name another; in GitHub Actions, check out with fetch-depth: 0.`;
  }
  if (shallow) return 'The clone is shallow: run git fetch --unshallow, or name another.';
  return 'Fetch it (git fetch origin BRANCH), or name another; in GitHub Actions, check out with fetch-depth: 0.';
}

/** The commit of a ref, which is data: what begins with a dash would be an option, and what holds a control character is none. */
export async function commitOf({ git }: Repository, ref: string): Promise<string | undefined> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: git reads arguments up to the first such
  if (ref === '' || ref.startsWith('-') || /[\u0000-\u001f\u007f]/.test(ref)) return undefined;
  const run = await git(['rev-parse', '--quiet', '--verify', '--end-of-options', `${ref}^{commit}`]);
  const id = run.stdout.trim().split('\n').pop() ?? '';
  return run.code === 0 && /^[0-9a-f]{40,64}$/.test(id) ? id : undefined;
}

function quoted(ref: string): string {
  return JSON.stringify(ref);
}
