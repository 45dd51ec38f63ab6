import { partitionPoint } from '@dockwarden-internal/syntax/text/partition-point';
import { braceExpand, Minimatch } from 'minimatch';

/** Why something is affected: a path that changed, and the glob of its inputs that the path matches. */
export interface ChangeReason {
  readonly path: string;
  readonly glob: string;
}

/** Asks which changed path a glob matches first. Each glob is asked once, and only of the paths below its fixed folder. */
export function openFirstChange(
  changed: Iterable<string>,
  submodules: Iterable<string> = [],
): (globs: Iterable<string>) => ChangeReason | undefined {
  const paths = [...changed].sort();
  // What changed in a submodule git does not say: any path below it may have.
  const folders = [...submodules].sort();
  const known = new Map<string, ChangeReason | undefined>();

  function look(glob: string): ChangeReason | undefined {
    const start = fixedStart(glob);
    const pattern = new Minimatch(glob, { dot: true, nocomment: true });
    for (
      let at = partitionPoint(paths, (path) => path < start);
      at < paths.length && paths[at]!.startsWith(start);
      at++
    ) {
      const path = paths[at]!;
      if (pattern.match(path)) return { path, glob: alternativeOf(glob, path) };
    }
    const folder = folders.find((each) => `${each}/`.startsWith(start) || start.startsWith(`${each}/`));
    return folder === undefined ? undefined : { path: folder, glob };
  }

  return (globs) => {
    for (const glob of globs) {
      if (!known.has(glob)) known.set(glob, look(glob));
      const reason = known.get(glob);
      if (reason) return reason;
    }
    return undefined;
  };
}

/** All before the first sign of a glob. */
function fixedStart(glob: string): string {
  return /^[^*?[{!+@(]*/.exec(glob)![0];
}

/** Of `{a,b}` the one that matches, since a list of fifty names explains nothing. */
function alternativeOf(glob: string, path: string): string {
  if (!glob.includes('{')) return glob;
  return (
    braceExpand(glob).find((each) => new Minimatch(each, { dot: true, nocomment: true, nobrace: true }).match(path)) ??
    glob
  );
}
