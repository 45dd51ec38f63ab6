import { gitIgnored, type World } from '@dockwarden-internal/facts';

const NAMES = new Set(['node_modules', '.git', '.turbo']);

/** Whether what lies at a path differs from machine to machine: what git ignores or keeps, what is installed. The root (empty) does not. */
export function isLocal(world: World, path: string): boolean {
  if (path === '') return false;
  return (
    path.split('/').some((name) => NAMES.has(name)) || gitIgnored(world, path, true) || gitIgnored(world, path, false)
  );
}
