import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { GIT_MILLISECONDS } from './bounds.ts';

/** Variables by which a hook points git at another repository or index than the folder's. */
const HOOK_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY'];

/**
 * The files below a folder that git tracks or would track; undefined where the folder is in no work tree or git cannot say. Files in
 * submodules and in repositories within are not part of it. Tracked files that are gone from the disk still are.
 */
export function gitFiles(root: string): string[] | undefined {
  if (!isInWorkTree(root)) return undefined;
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
  return [...new Set(run.stdout.split('\0'))].filter((path) => path !== '' && !path.endsWith('/'));
}

function isInWorkTree(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true;
    if (dirname(folder) === folder) return false;
  }
}
