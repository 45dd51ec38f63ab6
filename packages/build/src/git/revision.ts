import type { Diagnostic } from '@dockwarden-internal/syntax';
import { DIFF_CALLS, DIFF_CHUNK, HISTORY_STEPS } from './bounds.ts';
import {
  type Commit,
  type CommitChange,
  type CommitPair,
  changesOfCommits,
  latestCommits,
} from './changes-of-commits.ts';
import type { InputPaths } from './input-paths.ts';
import { pathspecs } from './pathspecs.ts';
import type { Repository } from './repository.ts';
import { fromRoot } from './root-path.ts';

/** The last commit in this history that changed an input of an image. */
export interface KnownRevision {
  readonly commit: string;
  /** Committer date, seconds since 1970. */
  readonly time: number;
}

/** Why it cannot be told: the history ends too early, no commit touched an input, or git failed. */
export interface UnknownRevision {
  readonly unknown: Diagnostic;
}

export type Revision = KnownRevision | UnknownRevision;

/** {@link revisionsOf} for one image. */
export async function revisionOf(repository: Repository, paths: InputPaths): Promise<Revision> {
  return (await revisionsOf(repository, [paths]))[0]!;
}

/**
 * The revision of each image, by one walk for all. From HEAD, a commit counts if the inputs differ from its parent's; a merge whose inputs
 * equal a parent's is followed to the first such parent, any other merge counts itself; a commit without parents counts if it has inputs.
 */
export async function revisionsOf(repository: Repository, images: readonly InputPaths[]): Promise<readonly Revision[]> {
  const walks = images.map((paths): Walk => ({ paths, at: repository.head }));
  const history: History = { commits: new Map(), changes: new Map() };
  const open = () => walks.filter(({ revision }) => revision === undefined);
  let fault: Diagnostic | undefined;
  for (const step of HISTORY_STEPS) {
    fault = open().length === 0 ? undefined : await readFurther(repository, history, step, open);
    if (open().length === 0 || fault || history.commits.size < step) break;
  }
  return walks.map(({ revision }) => revision ?? { unknown: fault ?? tooLong(history.commits.size) });
}

interface Walk {
  readonly paths: InputPaths;
  at: string;
  revision?: Revision;
}

interface History {
  readonly commits: Map<string, Commit>;
  /** By commit, one list for each parent; a commit without parents has one list. */
  readonly changes: Map<string, readonly (readonly CommitChange[])[]>;
}

async function readFurther(
  repository: Repository,
  history: History,
  step: number,
  open: () => readonly Walk[],
): Promise<Diagnostic | undefined> {
  const commits = await latestCommits(repository.git, repository.head, step);
  if ('code' in commits) return commits;
  const fresh = commits.filter(({ id }) => !history.commits.has(id));
  for (const commit of fresh) history.commits.set(commit.id, commit);
  for (let from = 0; from < fresh.length && open().length > 0; from += DIFF_CHUNK) {
    const chunk = fresh.slice(from, from + DIFF_CHUNK);
    // The fewer images are left, the less there is to look at.
    const starts = open().flatMap(({ paths }) => paths.starts);
    const specs = pathspecs(repository, starts);
    const fault = await readChanges(repository, history, chunk, specs);
    if (fault) return fault;
    for (const walk of open()) follow(repository, history, walk);
  }
  return undefined;
}

async function readChanges(
  { git, boundary }: Repository,
  history: History,
  commits: readonly Commit[],
  specs: readonly string[],
): Promise<Diagnostic | undefined> {
  // What a boundary commit changed is not known; compared with nothing, it would have added all.
  const compared = commits.filter(({ id }) => !boundary.has(id));
  const pairs = compared.flatMap(pairsOf);
  if (pairs.length === 0) return undefined;
  const size = Math.ceil(pairs.length / DIFF_CALLS);
  const calls = Array.from({ length: DIFF_CALLS }, (_, call) => pairs.slice(call * size, (call + 1) * size));
  const answers = await Promise.all(calls.map((part) => (part.length > 0 ? changesOfCommits(git, part, specs) : [])));
  const changes: (readonly CommitChange[])[] = [];
  for (const answer of answers) {
    if ('code' in answer) return answer;
    for (const list of answer) changes.push(list);
  }
  let at = 0;
  for (const commit of compared) {
    const count = Math.max(1, commit.parents.length);
    history.changes.set(commit.id, changes.slice(at, at + count));
    at += count;
  }
  return undefined;
}

function pairsOf({ id, parents }: Commit): readonly CommitPair[] {
  return parents.length === 0 ? [{ commit: id }] : parents.map((parent) => ({ commit: id, parent }));
}

/** Goes on until the answer is there, or what is known of the history ends. */
function follow({ prefix, boundary }: Repository, { commits, changes }: History, walk: Walk): void {
  for (;;) {
    if (boundary.has(walk.at)) {
      walk.revision = { unknown: shallow() };
      return;
    }
    const commit = commits.get(walk.at);
    const byParent = changes.get(walk.at);
    if (!commit || !byParent) return;
    const equal = byParent.findIndex((list) => !list.some((change) => counts(walk.paths, prefix, change)));
    if (equal < 0) {
      walk.revision = { commit: commit.id, time: commit.time };
      return;
    }
    const next = commit.parents[equal];
    if (next === undefined) {
      walk.revision = { unknown: uncommitted() };
      return;
    }
    walk.at = next;
  }
}

function counts(paths: InputPaths, prefix: string, { path, submodule }: CommitChange): boolean {
  if (submodule && prefix.startsWith(`${path}/`)) return true;
  const inside = fromRoot(prefix, path);
  if (inside === undefined) return false;
  return paths.reasonOf(inside) !== undefined || (submodule && paths.mayHold(inside));
}

function shallow(): Diagnostic {
  const message = 'The clone is shallow: the commit that last changed the inputs lies before its first one.';
  const hint = 'Run git fetch --unshallow; in GitHub Actions, check out with fetch-depth: 0 and filter: blob:none.';
  return { code: 'git/shallow', message, hint, exit: 2 };
}

function uncommitted(): Diagnostic {
  const hint = 'Commit the files that the image is made from.';
  return { code: 'git/uncommitted', message: 'No commit holds an input of the image.', hint, exit: 2 };
}

function tooLong(commits: number): Diagnostic {
  const message = `None of the last ${commits} commits changed an input of the image.`;
  return { code: 'git/long-history', message, hint: 'Set revision: head for this image.', exit: 2 };
}
