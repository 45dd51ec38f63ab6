import { type GitIgnore, parseGitIgnore } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { joinPath, relativeTo } from '../kernel/path.ts';
import type { World } from '../model/world.ts';

/** Deeper paths are not looked at whole: no real one comes near. */
const MOST_SEGMENTS = 64;

/**
 * Whether the `.gitignore` files of the workspace ignore a path (relative to the root). Files that git tracks in spite of them cannot be
 * told. Source: gitignore(5).
 */
export function gitIgnored(world: World, path: string, isFolder: boolean): boolean {
  const segments = path.split('/', MOST_SEGMENTS);
  for (let depth = 1; depth <= segments.length; depth++) {
    const part = segments.slice(0, depth).join('/');
    if (isIgnored(world, part, depth < segments.length || isFolder)) return true;
  }
  return false;
}

/** The verdict of the nearest file that has one; a folder that is ignored hides what is below, whatever is said there. */
function isIgnored(world: World, path: string, isFolder: boolean): boolean {
  for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
    const folder = end <= 0 ? '.' : path.slice(0, end);
    const verdict = ignoreFileIn(world, folder)?.verdict(relativeTo(folder, path)!, isFolder);
    if (verdict) return verdict === 'ignored';
    if (folder === '.') return false;
  }
}

const filesOf = memo((_world: World) => new Map<string, GitIgnore | undefined>());

function ignoreFileIn(world: World, folder: string): GitIgnore | undefined {
  const files = filesOf(world);
  if (!files.has(folder)) {
    const text = world.fs.read(joinPath(folder, '.gitignore'));
    files.set(folder, text === undefined ? undefined : parseGitIgnore(text));
  }
  return files.get(folder);
}
