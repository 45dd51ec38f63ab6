import { gitIgnored, type World } from '@dockwarden-internal/facts';
import { ignoredAbove } from '../files/ignored-above.ts';
import { readOutside } from '../files/read-outside.ts';

const NAMES = new Set(['node_modules', '.git', '.turbo']);

/** Whether what lies at a path differs from machine to machine: what git ignores or keeps, what is installed. The root (empty) does not. */
export function localTo(world: World, root: string): (path: string) => boolean {
  const above = ignoredAbove(root, readOutside);
  return (path) =>
    path !== '' &&
    (path.split('/').some((name) => NAMES.has(name)) ||
      [true, false].some((isFolder) => gitIgnored(world, path, isFolder) || above(path, isFolder)));
}
