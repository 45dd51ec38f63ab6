import { homedir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Our folder in the user's cache. The XDG base directory specification has a relative `XDG_CACHE_HOME` ignored: one would lead into
 * the working directory.
 */
export function userCacheFolder(env: Readonly<Record<string, string | undefined>>, home = homedir()): string {
  const named = env['XDG_CACHE_HOME'];
  // So would a `HOME` that is empty.
  const own = isAbsolute(home) ? home : userInfo().homedir;
  return join(named && isAbsolute(named) ? named : join(own, '.cache'), 'dockwarden');
}
