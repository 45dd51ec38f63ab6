import { Minimatch } from 'minimatch';

/**
 * Tests paths from the root against the globs of a configuration: `./` in front and `/` behind say nothing, and one that matches a folder
 * takes all below it.
 */
export function pathGlobs(patterns: readonly string[] = []): (path: string) => boolean {
  const globs = patterns.map(
    (pattern) => new Minimatch(pattern.replace(/^\.\//, '').replace(/\/$/, ''), { dot: true, nocomment: true }),
  );
  return (path) => globs.length > 0 && andFoldersAbove(path).some((part) => globs.some((glob) => glob.match(part)));
}

function andFoldersAbove(path: string): string[] {
  const parts = [path];
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
    parts.push(path.slice(0, slash));
  return parts;
}
