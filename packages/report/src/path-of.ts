import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { PathOf } from './render-context.ts';
import { visibleName } from './text/visible.ts';

/**
 * Paths as a person in `cwd` would type them: relative to it, absolute where they lie outside of it, `/` between segments. They are fit to
 * be printed: whoever names a file drives no terminal and no CI. Both folders are absolute; paths given to the result are relative to
 * `root` or absolute.
 */
export function pathsFrom(root: string, cwd: string): PathOf {
  const exact = exactPathsFrom(root, cwd);
  // Where a line begins with `::`, GitHub Actions takes it for a command.
  return remembered((path) => visibleName(exact(path)).replace(/^(?=\s*::)/, './'));
}

/** The same, as programs find the file by them: for JSON and its like, never for text. */
export function exactPathsFrom(root: string, cwd: string): PathOf {
  return remembered((path) => {
    const absolute = resolve(root, path);
    const inside = relative(cwd, absolute);
    const outside = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
    return slashes(outside ? absolute : inside || '.');
  });
}

function remembered(pathOf: PathOf): PathOf {
  const known = new Map<string, string>();
  return (path) => {
    let same = known.get(path);
    if (same === undefined) {
      same = pathOf(path);
      known.set(path, same);
    }
    return same;
  };
}

function slashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
