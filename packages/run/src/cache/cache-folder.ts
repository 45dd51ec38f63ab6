import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where results of a root are kept: with its packages, or in the user's cache. */
export function cacheFolder(root: string): string {
  if (existsSync(join(root, 'node_modules'))) return join(root, 'node_modules', '.cache', 'dockwarden', 'results');
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'dockwarden', 'results');
}
