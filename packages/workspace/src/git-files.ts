import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { GIT_MILLISECONDS, MAX_FILES, MAX_SUBMODULE_DEPTH } from './bounds.ts';
import { unopenedFolders } from './git-unopened.ts';

/**
 * Variables by which a hook, or whoever started us, points git at another repository or index than the folder's.
 * Source: `git rev-parse --local-env-vars`.
 */
const HOOK_VARIABLES = [
  'GIT_DIR',
  'GIT_COMMON_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
];

/**
 * The files below a folder that git tracks or would track, those of submodules that are checked out among them; undefined where the folder is in
 * no work tree or git cannot say. Tracked files that are gone from the disk still are. Other repositories within are not part of it (they
 * may be work trees of the same), except for those that hold a `named` folder or lie in one.
 */
export function gitFiles(root: string, named: readonly string[] = []): GitFiles | undefined {
  const listed = listRepository(root);
  if (!listed) return undefined;
  const files = new Set(listed.files);
  const unreadable = [...listed.unreadable];
  for (const folder of namedRepositories(root, listed.repositories, named)) {
    const inner = listRepository(join(root, folder));
    for (const path of inner?.files ?? []) files.add(`${folder}/${path}`);
    for (const path of inner?.unreadable ?? []) unreadable.push(posix.join(folder, path));
  }
  return { files: [...files], unreadable };
}

export interface GitFiles {
  readonly files: string[];
  /** Folders that git would have looked into and could not. */
  readonly unreadable: string[];
}

interface Listed extends GitFiles {
  /** Folders with a repository that is no submodule. */
  readonly repositories: readonly string[];
}

function listRepository(root: string, depth = 0): Listed | undefined {
  const top = topOf(root);
  if (top === undefined) return undefined;
  const env: NodeJS.ProcessEnv = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  for (const name of HOOK_VARIABLES) delete env[name];
  // A repository's own configuration may name a program as file system monitor; it is not to be started.
  const args = ['-c', 'core.fsmonitor=false', '-C', root, 'ls-files', '-co', '--exclude-standard', '-z'];
  const run = spawnSync('git', args, {
    env,
    maxBuffer: 1 << 30,
    timeout: GIT_MILLISECONDS,
    encoding: 'utf8',
    windowsHide: true,
  });
  if (run.error || run.status !== 0) return undefined;
  const paths = new Set(run.stdout.split('\0').filter((path) => path !== ''));
  const unreadable = unopenedFolders(run.stderr, relative(top, root).split(sep).join('/'));
  const repositories = [...paths].filter((path) => path.endsWith('/'));
  for (const path of repositories) paths.delete(path);
  // `--recurse-submodules` does not go with files that are not tracked yet.
  for (const folder of depth < MAX_SUBMODULE_DEPTH ? submodulesOf(top, root) : []) {
    // Git lists a submodule by its folder alone.
    if (!paths.delete(folder) || !isRepository(join(root, folder))) continue;
    const inner = listRepository(join(root, folder), depth + 1);
    for (const path of inner?.files ?? []) {
      if (paths.size > MAX_FILES) break;
      paths.add(`${folder}/${path}`);
    }
    for (const path of inner?.unreadable ?? []) unreadable.push(posix.join(folder, path));
  }
  return { files: [...paths], unreadable, repositories: repositories.map((path) => path.slice(0, -1)) };
}

/** The folders of submodules, as `.gitmodules` has them, from a folder of the repository. Source: gitmodules(5). */
function submodulesOf(top: string, root: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(top, '.gitmodules'), 'utf8');
  } catch {
    return [];
  }
  const paths = Array.from(text.matchAll(/^[ \t]*path[ \t]*=[ \t]*"?([^"\r\n]*)"?[ \t]*$/gim), ([, path]) =>
    path!.trimEnd(),
  );
  return paths.map((path) => relative(root, join(top, path)).split(sep).join('/'));
}

/** Folders of repositories that a named folder lies in, or that lie in one; the root names none. */
function namedRepositories(root: string, repositories: readonly string[], named: readonly string[]): Set<string> {
  const folders = named.filter((path) => path !== '.' && isFolder(join(root, path)));
  const within = repositories.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  // Also one that git ignores: it is asked for.
  const around = folders.flatMap((folder) => repositoryAround(root, folder) ?? []);
  return new Set([...within, ...around]);
}

function repositoryAround(root: string, folder: string): string | undefined {
  for (let at = folder; at !== '.' && at !== '/'; at = posix.dirname(at)) if (isRepository(join(root, at))) return at;
  return undefined;
}

function isRepository(folder: string): boolean {
  return isFolder(folder) && existsSync(join(folder, '.git'));
}

/** A link is none: it may lead anywhere. Nor is a name that is too long for the disk. */
function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The top of the work tree that a folder lies in. */
function topOf(root: string): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}
