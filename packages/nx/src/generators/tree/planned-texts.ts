import type { Tree } from '@nx/devkit';

/** The files that generators have written to the tree in this run, by path from the root. */
export function plannedTexts(tree: Tree): ReadonlyMap<string, string> {
  const written = tree.listChanges().filter(({ type }) => type !== 'DELETE');
  return new Map(written.map(({ path, content }) => [path, content?.toString('utf8') ?? '']));
}
