import { pathAsGlob } from '@dockwarden-internal/run/lint-inputs/glob-path';

/**
 * Globs from the workspace root as Nx's filesets. `{workspaceRoot}` globs mark the project affected in Nx 22 to 24 without an edge of
 * the graph, but each distinct set of them costs a look at every file of the workspace, so what lies in the project itself is
 * `{projectRoot}`. That is filled in as it is written and leaves out the files of projects further down: `allRoots` says where those are.
 */
export function rootedGlobs(globs: readonly string[], root: string, allRoots: Iterable<string>): string[] {
  const own = `${root}/`;
  const inner = [...allRoots].filter((other) => other.startsWith(own));
  const isPlain = root !== '.' && pathAsGlob(root) === root;
  const mayReachInner = (glob: string) => {
    const fixed = glob.slice(0, glob.search(/[*?[{]|$/));
    const isDeep = /\/|\*\*/.test(glob.slice(fixed.lastIndexOf('/') + 1));
    return inner.some((other) => fixed.startsWith(`${other}/`) || (isDeep && other.startsWith(fixed)));
  };
  return globs.map((glob) =>
    isPlain && glob.startsWith(own) && !mayReachInner(glob)
      ? `{projectRoot}/${glob.slice(own.length)}`
      : `{workspaceRoot}/${glob}`,
  );
}
