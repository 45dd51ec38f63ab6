import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';

/** Where paths of a workspace lead. Each is looked up once, since hundreds of projects ask for the same. */
export interface Places {
  /** Undefined where nothing is there. */
  kindOf(path: string): 'file' | 'folder' | undefined;
  /** Where a path leads that is a link or lies behind one; undefined for any other, and where that is outside of the workspace. */
  targetOf(path: string): string | undefined;
}

interface Place {
  readonly kind?: 'file' | 'folder';
  /** Links resolved: from the real root; undefined where nothing is there, or outside. */
  readonly inside?: string;
}

export function openPlaces(workspaceRoot: string): Places {
  const root = quietly(() => realpathSync.native(workspaceRoot)) ?? workspaceRoot;
  const known = new Map<string, Place>([['.', { kind: 'folder', inside: '.' }]]);

  function placeOf(path: string): Place {
    let place = known.get(path);
    if (!place) {
      const clean = posix.normalize(path);
      place = clean === path ? look(path) : placeOf(clean);
      known.set(path, place);
    }
    return place;
  }

  function look(path: string): Place {
    const folder = placeOf(posix.dirname(path));
    if (folder.kind !== 'folder') return {};
    const name = posix.basename(path);
    const absolute = folder.inside === undefined ? join(root, path) : join(root, folder.inside, name);
    const stats = quietly(() => lstatSync(absolute, { throwIfNoEntry: false }));
    if (!stats) return {};
    if (!stats.isSymbolicLink())
      return { kind: kindOf(stats), inside: folder.inside && posix.join(folder.inside, name) };
    const target = quietly(() => realpathSync.native(absolute));
    const led = target === undefined ? undefined : quietly(() => statSync(target));
    return led ? { kind: kindOf(led), inside: below(root, target!) } : {};
  }

  return {
    kindOf: (path) => placeOf(path).kind,
    targetOf: (path) => {
      const { inside } = placeOf(path);
      return inside === path ? undefined : inside;
    },
  };
}

function kindOf(stats: Stats): 'file' | 'folder' {
  return stats.isDirectory() ? 'folder' : 'file';
}

function below(root: string, absolute: string): string | undefined {
  const path = relative(root, absolute).split(sep).join('/');
  return path === '..' || path.startsWith('../') ? undefined : path || '.';
}

function quietly<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
