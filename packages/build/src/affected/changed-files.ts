import type { Diagnostic } from '@dockwarden-internal/syntax';
import { changesOfCommits } from '../git/changes-of-commits.ts';
import { gitFault } from '../git/git-command.ts';
import type { Repository } from '../git/repository.ts';
import { fromRoot } from '../git/root-path.ts';
import { commitOf, type ResolvedBase, unknownRef } from './resolve-base.ts';

/** What differs between two states of the workspace. */
export interface ChangedFiles {
  /** From the workspace's root: each path that was added, changed or deleted, both sides of a rename; of submodules the folder. */
  readonly files: ReadonlySet<string>;
  readonly submodules: ReadonlySet<string>;
  /** The last commit that base and head have in common: where the changes begin. */
  readonly since: string;
}

/**
 * The files that changed since head (or HEAD) left the base. Without a head the work tree counts too: staged, modified, deleted, and untracked
 * files that git does not ignore.
 */
export async function changedFiles(
  repository: Repository,
  base: ResolvedBase,
  head?: string,
): Promise<ChangedFiles | Diagnostic> {
  const to = head === undefined ? repository.head : await commitOf(repository, head);
  if (to === undefined) return unknownRef(repository, head!, '--head');
  const since = await mergeBase(repository, base, to);
  if (typeof since !== 'string') return since;
  const committed = await changesOfCommits(repository.git, [{ commit: to, parent: since }], []);
  if ('code' in committed) return committed;
  const files = new Set<string>();
  const submodules = new Set<string>();
  for (const { path, submodule } of committed[0] ?? []) {
    const inside = fromRoot(repository.prefix, path);
    if (inside !== undefined) (submodule ? submodules : files).add(inside);
  }
  const fault = head === undefined ? await addWorkTree(repository, files, submodules) : undefined;
  return fault ?? { files, submodules, since };
}

async function mergeBase({ git, boundary }: Repository, base: ResolvedBase, to: string): Promise<string | Diagnostic> {
  const run = await git(['merge-base', base.commit, to]);
  const [first = ''] = run.stdout.split('\n');
  if (run.code === 0 && first !== '') return first;
  if (run.code !== 1) return gitFault(run, 'looking for a common commit');
  const message = `${base.by} and HEAD have no commit in common here.`;
  const hint = boundary.size > 0 ? 'The clone is shallow: run git fetch --unshallow.' : 'Name another --base.';
  return { code: 'affected/unrelated', message, hint, exit: 2 };
}

async function addWorkTree(
  { git, prefix, workTree }: Repository,
  files: Set<string>,
  submodules: Set<string>,
): Promise<Diagnostic | undefined> {
  const [tree, others] = await Promise.all([workTree(), git(['ls-files', '-o', '--exclude-standard', '-z'])]);
  if ('code' in tree) return tree;
  if (others.code !== 0) return gitFault(others, 'looking for untracked files');
  for (const { path, how } of tree.changed) (how === 'submodule' ? submodules : files).add(path);
  for (const path of others.stdout.split('\0')) {
    const inside = fromRoot(prefix, path.replace(/\/$/, ''));
    // A repository within, which git does not enter, is listed as a folder.
    if (inside) (path.endsWith('/') ? submodules : files).add(inside);
  }
  return undefined;
}

/** A file's text as it was at a commit: undefined where it was not there. */
export async function textAtCommit(
  { git, prefix }: Repository,
  commit: string,
  path: string,
): Promise<string | undefined | Diagnostic> {
  const whole = prefix === '' ? path : `${prefix}/${path}`;
  const found = await git(['ls-tree', '-z', commit, '--', whole]);
  if (found.code !== 0) return gitFault(found, 'reading an earlier file');
  const id = /^\d+ blob ([0-9a-f]+)\t/.exec(found.stdout)?.[1];
  if (id === undefined) return undefined;
  const text = await git(['cat-file', 'blob', id]);
  return text.code === 0 ? text.stdout : gitFault(text, 'reading an earlier file');
}
