import { readFile, realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import type { CiRefs } from './ci-refs.ts';
import { type Git, gitFault, gitIn } from './git-command.ts';
import { sourceUrl } from './source-url.ts';
import { readWorkTree, type WorkTree } from './work-tree.ts';

/** The git repository around a workspace, at the moment of reading. */
export interface Repository {
  /** Runs git at the top level. */
  readonly git: Git;
  /** Absolute, links resolved. */
  readonly topLevel: string;
  /** The workspace's root below the top level, `/` between segments; empty where they are one. */
  readonly prefix: string;
  /** Commit of HEAD. */
  readonly head: string;
  /** Its committer date, seconds since 1970. */
  readonly headTime: number;
  /** Absent where HEAD is on no branch and no CI names one. */
  readonly branch?: string;
  /** Tags at HEAD, the one that CI builds first, then higher versions before lower. */
  readonly tags: readonly string[];
  /** Where the sources can be looked at: `https://github.com/acme/shop`. */
  readonly source?: string;
  /** `core.fileMode`: false where the disk does not tell which files may be executed. */
  readonly fileModes: boolean;
  /** Commits whose parents a shallow clone does not have; empty in a whole one. */
  readonly boundary: ReadonlySet<string>;
  /** How files differ from HEAD; asked of git once, when first wanted. */
  readonly workTree: () => Promise<WorkTree | Diagnostic>;
}

/** Reads the repository that holds a folder; a diagnostic (exit 3) says why there is none to be had: no git, no repository, no commit. */
export async function readRepository(run: RunProgram, root: string, ci: CiRefs = {}): Promise<Repository | Diagnostic> {
  const folder = await realpath(root).catch(() => resolve(root));
  const asked = [
    '--is-inside-work-tree',
    '--show-cdup',
    '--is-shallow-repository',
    'HEAD',
    '--symbolic-full-name',
    'HEAD',
  ];
  const parsed = await gitIn(run, folder)(['rev-parse', ...asked, '--git-path', 'shallow']);
  if (parsed.code !== 0) return whyNot(parsed, root);
  const [inside, up = '', shallow, head = '', ref = '', ...boundaryPath] = parsed.stdout.replace(/\n$/, '').split('\n');
  if (inside === 'false') return bare(root);
  const topLevel = resolve(folder, up);
  const git = gitIn(run, topLevel);
  const [time, tags, config, boundary] = await Promise.all([
    git(['rev-list', '--max-count=1', '--timestamp', head]),
    git(['for-each-ref', '--sort=-version:refname', `--points-at=${head}`, '--format=%(refname:strip=2)', 'refs/tags']),
    git(['config', '-z', '--get-regexp', '^(remote\\..*\\.url|core\\.filemode)$']),
    shallow === 'true' ? readBoundary(resolve(folder, boundaryPath.join('\n'))) : new Set<string>(),
  ]);
  if (time.code !== 0) return gitFault(time, 'reading HEAD');
  let tree: Promise<WorkTree | Diagnostic> | undefined;
  const prefix = relative(topLevel, folder).split(sep).join('/');
  return {
    git,
    topLevel,
    prefix,
    head,
    headTime: Number(/^\d+/.exec(time.stdout)?.[0] ?? 0),
    branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : ci.branch,
    tags: [...new Set([...(ci.tag === undefined ? [] : [ci.tag]), ...tags.stdout.split('\n').filter(Boolean)])],
    source: sourceUrl(chosenRemote(config.stdout)),
    fileModes: readFileModes(config.stdout),
    boundary,
    workTree: () => {
      tree ??= readWorkTree(git, prefix);
      return tree;
    },
  };
}

/** A repository without files, or the folder in which git keeps one. */
function bare(path: string): Diagnostic {
  const message = 'The folder is in no work tree of the repository.';
  return { code: 'git/bare', message, hint: 'Run it where the files are checked out.', path, exit: 3 };
}

function whyNot(parsed: Awaited<ReturnType<Git>>, root: string): Diagnostic {
  if (/ambiguous argument 'HEAD'|unknown revision/.test(parsed.stderr)) {
    const hint = 'Commit once.';
    return { code: 'git/unborn', message: 'The repository has no commit yet.', hint, path: root, exit: 3 };
  }
  if (/must be run in a work tree/.test(parsed.stderr)) return bare(root);
  return gitFault(parsed, 'reading the repository');
}

async function readBoundary(path: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return new Set(text.split('\n').filter(Boolean));
}

/** `origin`'s, or that of the only remote. */
function chosenRemote(list: string): string {
  const urls = new Map<string, string>();
  for (const entry of list.split('\0')) {
    const line = entry.indexOf('\n');
    if (!entry.startsWith('remote.')) continue;
    const name = entry.slice('remote.'.length, line - '.url'.length);
    if (line > 0 && !urls.has(name)) urls.set(name, entry.slice(line + 1));
  }
  return urls.get('origin') ?? (urls.size === 1 ? [...urls.values()][0]! : '');
}

/** True unless the last word on it says otherwise. Source: git-config, "Values". */
function readFileModes(list: string): boolean {
  const said = list.split('\0').findLast((entry) => /^core\.filemode(?:\n|$)/.test(entry));
  return !/^core\.filemode\n(?:false|no|off|0)?$/i.test(said ?? '');
}
