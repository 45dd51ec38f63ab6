import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userCacheFolder } from './user-cache-folder.ts';

/** Where results of a root are kept: with its packages, or in the user's cache. */
export function cacheFolder(root: string): string {
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules', '.cache', 'dockwarden', 'results');
  return join(userCacheFolder(process.env), 'results');
}
