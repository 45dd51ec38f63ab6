import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { userCacheFolder } from '@dockwarden-internal/run/cache/user-cache-folder';

export interface CodeFolderInput {
  /** Of the product: code is good for one build, and for one version of node. */
  readonly build: string;
  /** What the code is used for: kinds of runs that call different parts of the product have code of their own. */
  readonly use: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Builds, versions of node and uses of which code is kept. */
const mostFolders = 8;

/**
 * The folder that compiled code is kept in; undefined where there is none to be trusted. Whoever can write to it decides
 * what we run: it is never in the workspace, which may be a stranger's, and belongs to the user alone.
 */
export function codeFolder({ build, use, home, env }: CodeFolderInput): string | undefined {
  if (env['DOCKWARDEN_NO_CODE_CACHE']) return undefined;
  try {
    const own = userCacheFolder(env, home);
    const all = join(own, 'code');
    const folder = join(all, `${build}-node-${process.version}-${process.arch}-${use}`);
    const isNew = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
    if (![own, all, folder].every(isOurs)) return undefined;
    if (isNew) prune(all);
    return folder;
  } catch {
    return undefined;
  }
}

/** A folder and no link to one, of this user, that nobody else may write to. Windows has no such bits; profiles there are the user's. */
function isOurs(folder: string): boolean {
  const stat = lstatSync(folder);
  if (!stat.isDirectory()) return false;
  return process.getuid === undefined || (stat.uid === process.getuid() && (stat.mode & 0o022) === 0);
}

/** Keeps the newest. */
function prune(all: string): void {
  const byAge = readdirSync(all)
    .map((name) => ({ path: join(all, name), time: lstatSync(join(all, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of byAge.slice(mostFolders)) rmSync(path, { recursive: true, force: true });
}
