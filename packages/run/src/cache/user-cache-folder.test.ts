import { userCacheFolder } from './user-cache-folder.ts';

test.each([
  [{}, '/home/me/.cache/dockwarden'],
  [{ XDG_CACHE_HOME: '' }, '/home/me/.cache/dockwarden'],
  [{ XDG_CACHE_HOME: '/caches' }, '/caches/dockwarden'],
  [{ XDG_CACHE_HOME: 'caches' }, '/home/me/.cache/dockwarden'],
])('%j: %s', (env, folder) => expect(userCacheFolder(env, '/home/me')).toBe(folder));
