import { userInfo } from 'node:os';
import { join } from 'node:path';
import { userCacheFolder } from './user-cache-folder.ts';

test('a home that is no absolute path is that of the user’s account', () =>
  expect(userCacheFolder({}, '')).toBe(join(userInfo().homedir, '.cache', 'dockwarden')));

test.each([
  [{}, '/home/me/.cache/dockwarden'],
  [{ XDG_CACHE_HOME: '' }, '/home/me/.cache/dockwarden'],
  [{ XDG_CACHE_HOME: '/caches' }, '/caches/dockwarden'],
  [{ XDG_CACHE_HOME: 'caches' }, '/home/me/.cache/dockwarden'],
])('%j: %s', (env, folder) => expect(userCacheFolder(env, '/home/me')).toBe(folder));
