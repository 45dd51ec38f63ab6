import { Minimatch } from 'minimatch';

/** How many patterns a `{a,b}` may become. */
export const MAX_BRACES = 1_000;

/**
 * Tests paths from the root against the globs of a configuration: `./` in front and `/` behind say nothing, and one that matches a folder
 * takes all below it.
 */
export function pathGlobs(patterns: readonly string[] = []): (path: string) => boolean {
  const first = firstPathGlob(patterns);
  return (path) => first(path) >= 0;
}

/** The same, telling the index of the first glob that matches; -1 where none does. */
export function firstPathGlob(patterns: readonly string[] = []): (path: string) => number {
  const globs = patterns.map(
    (pattern) =>
      new Minimatch(pattern.replace(/^\.\//, '').replace(/\/$/, ''), {
        dot: true,
        nocomment: true,
        braceExpandMax: MAX_BRACES,
      }),
  );
  return (path) => {
    if (globs.length === 0) return -1;
    const parts = andFoldersAbove(path);
    return globs.findIndex((glob) => parts.some((part) => glob.match(part)));
  };
}

function andFoldersAbove(path: string): string[] {
  const parts = [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    parts.push(path.slice(0, slash));
  return parts;
}
