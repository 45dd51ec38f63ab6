import type { Diagnostic } from '@dockwarden-internal/syntax';
import { SUBMODULE_DEPTH } from './bounds.ts';
import { type Git, gitFault } from './git-command.ts';
import { fromRoot } from './root-path.ts';

/** How one path differs from HEAD. */
export interface Change {
  /** From the workspace's root. */
  readonly path: string;
  readonly how: 'staged' | 'modified' | 'deleted' | 'untracked' | 'ignored' | 'hidden' | 'submodule';
}

/** Tracked files as the index and the disk have them; all paths are from the workspace's root, what lies outside of it is left out. */
export interface WorkTree {
  /** Tracked files that differ from HEAD. */
  readonly changed: readonly Change[];
  /** Every tracked file, those of submodules too. */
  readonly tracked: ReadonlySet<string>;
  /** Those of them that the index has as executable. */
  readonly executable: ReadonlySet<string>;
  /** Files that git was told not to look at (assume-unchanged, skip-worktree), with the blob that the index has for them. */
  readonly unwatched: ReadonlyMap<string, string>;
}

/** Asks git for what differs from HEAD, without looking for untracked files: what a build reads is found on the disk. */
export async function readWorkTree(git: Git, prefix: string): Promise<WorkTree | Diagnostic> {
  const [status, files] = await Promise.all([
    readStatus(git, '', false, 0),
    git(['ls-files', '-s', '-v', '-z', '--recurse-submodules']),
  ]);
  if ('code' in status) return status;
  if (files.code !== 0) return gitFault(files, 'listing tracked files');
  const tracked = new Set<string>();
  const executable = new Set<string>();
  const unwatched = new Map<string, string>();
  for (const line of files.stdout.split('\0')) {
    const tab = line.indexOf('\t');
    const path = fromRoot(prefix, line.slice(tab + 1));
    if (tab < 0 || path === undefined) continue;
    tracked.add(path);
    if (line.startsWith(' 100755 ', 1)) executable.add(path);
    // `H` is an entry like any other; lower case is assume-unchanged, S is skip-worktree.
    if (/^[a-zS]/.test(line)) unwatched.set(path, line.split(' ', 3)[2]!);
  }
  const changed = status.changes.flatMap(({ path, how }) => {
    const inside = fromRoot(prefix, path);
    return inside === undefined ? [] : [{ path: inside, how }];
  });
  return { changed, tracked, executable, unwatched };
}

interface Status {
  /** From the top level. */
  readonly changes: readonly Change[];
}

async function readStatus(git: Git, folder: string, untracked: boolean, depth: number): Promise<Status | Diagnostic> {
  const at = folder === '' ? [] : ['-C', folder];
  const flags = ['--porcelain=v2', '-z', '--no-renames', '--ignore-submodules=none'];
  const run = await git([...at, 'status', ...flags, `--untracked-files=${untracked ? 'all' : 'no'}`]);
  if (run.code !== 0) return gitFault(run, 'comparing files with HEAD');
  const changes: Change[] = [];
  const records = run.stdout.split('\0');
  for (let i = 0; i < records.length; i++) {
    const record = records[i]!;
    // A rename has its old path behind it; --no-renames keeps them away, unless a configuration of a later git brings them back.
    if (record.startsWith('2 ')) changes.push({ path: below(folder, records[++i] ?? ''), how: 'deleted' });
    const read = readRecord(record);
    if (!read) continue;
    const path = below(folder, read.path);
    if (!read.inside || depth >= SUBMODULE_DEPTH) changes.push({ path, how: read.how });
    else {
      const inner = await readStatus(git, path, true, depth + 1);
      if ('code' in inner) return inner;
      changes.push(...inner.changes);
    }
  }
  return { changes };
}

/** Fields before the path, by the kind of the record. Source: git-status, "Porcelain Format Version 2". */
const FIELDS: Readonly<Record<string, number>> = { '1': 8, '2': 9, u: 10, '?': 1 };

interface StatusRecord {
  readonly path: string;
  readonly how: Change['how'];
  /** True for a submodule at its commit, with changes inside. */
  readonly inside: boolean;
}

function readRecord(record: string): StatusRecord | undefined {
  const count = FIELDS[record[0] ?? ''];
  if (count === undefined) return undefined;
  const fields = record.split(' ');
  const path = fields.slice(count).join(' ');
  if (record.startsWith('?')) return { path: path.replace(/\/$/, ''), how: 'untracked', inside: false };
  const [, state = '..', submodule = 'N...'] = fields;
  if (submodule.startsWith('S')) {
    const inside = submodule[1] !== 'C' && state[0] === '.';
    return { path, how: 'submodule', inside };
  }
  if (state.includes('D')) return { path, how: 'deleted', inside: false };
  return { path, how: state[1] === '.' ? 'staged' : 'modified', inside: false };
}

function below(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`;
}
