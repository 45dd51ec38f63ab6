import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PathOf } from './render-context.ts';

/**
 * Paths as a person in `cwd` would type them: relative to it, absolute where they lie outside of it, `/` between segments.
 * Both folders are absolute; paths given to the result are relative to `root` or absolute.
 */
export function pathsFrom(root: string, cwd: string): PathOf {
  const known = new Map<string, string>();
  const shown = (path: string) => {
    const absolute = resolve(root, path);
    const inside = relative(cwd, absolute);
    const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return slashes(outside ? absolute : inside || '.');
  };
  return (path) => {
    let same = known.get(path);
    if (same === undefined) {
      same = shown(path);
      known.set(path, same);
    }
    return same;
  };
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
