import { join } from 'node:path';
import { userCacheFolder } from '../cache/user-cache-folder.ts';
import type { Surroundings } from './build-options.ts';

/** What a build may know of the process that it runs in. */
export function surroundingsOf(env: Surroundings['env'], now = new Date()): Surroundings {
  return { env, now, ci: isCi(env), cacheFolder: join(userCacheFolder(env), 'build') };
}

/** By the variable that every CI system sets; `CI=false` is how one says that a shell is none. */
function isCi({ CI }: Surroundings['env']): boolean {
  return CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
}
