import type { Diagnostic } from '@dockwarden-internal/syntax';
import { type Git, gitFault } from './git-command.ts';

/** A path that a commit changed against one of its parents; from the top level. */
export interface CommitChange {
  readonly path: string;
  /** True where a submodule's commit moved, came or went. */
  readonly submodule: boolean;
}

/** A commit and the parent that it is compared with; a commit without parents is compared with nothing. */
export interface CommitPair {
  readonly commit: string;
  readonly parent?: string;
}

/** What a program writes is cut off somewhere. */
const TOO_MUCH = 'git told of more changes than can be looked at.';

const GITLINK = '160000';

/**
 * What each commit changed, in the order asked: deleted paths and both sides of renames included. Paths limit what is looked at; none for all.
 * One process, whatever the number of commits; trees only, so that a clone without blobs will do.
 */
export async function changesOfCommits(
  git: Git,
  pairs: readonly CommitPair[],
  paths: readonly string[],
): Promise<readonly (readonly CommitChange[])[] | Diagnostic> {
  const flags = ['--stdin', '--always', '--root', '-r', '--raw', '--no-renames', '-z', '--ignore-submodules=none'];
  const input = pairs.map(({ commit, parent }) => (parent === undefined ? commit : `${commit} ${parent}`)).join('\n');
  const run = await git(['diff-tree', ...flags, '--', ...paths], `${input}\n`);
  if (run.code !== 0) return gitFault(run, 'comparing commits');
  if (!run.stdout.endsWith('\0')) return { code: 'git/failed', message: TOO_MUCH, exit: 3 };
  const changes: CommitChange[][] = [];
  const tokens = run.stdout.split('\0');
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token === '') continue;
    // `:oldmode newmode …`, then the path; all else is the commit's own line.
    if (!token.startsWith(':')) changes.push([]);
    else
      changes
        .at(-1)
        ?.push({ path: tokens[++i]!, submodule: token.startsWith(GITLINK, 1) || token.startsWith(GITLINK, 8) });
  }
  if (changes.length === pairs.length) return changes;
  const message = `git told of ${changes.length} commits where ${pairs.length} were asked for.`;
  return { code: 'git/failed', message, exit: 3 };
}

export interface Commit {
  readonly id: string;
  /** Committer date, seconds since 1970. */
  readonly time: number;
  readonly parents: readonly string[];
}

/** The latest commits that HEAD reaches. */
export async function latestCommits(git: Git, head: string, most: number): Promise<readonly Commit[] | Diagnostic> {
  const run = await git(['rev-list', '--timestamp', '--parents', `--max-count=${most}`, head]);
  if (run.code !== 0) return gitFault(run, 'reading the history');
  const lines = run.stdout.split('\n').filter(Boolean);
  return lines.map((line) => {
    const [time, id, ...parents] = line.split(' ');
    return { id: id!, time: Number(time), parents };
  });
}
