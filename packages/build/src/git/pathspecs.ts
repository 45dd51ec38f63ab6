import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_PATHSPECS } from './bounds.ts';
import type { Repository } from './repository.ts';
import { ancestors, outermost, toTopLevel } from './root-path.ts';

/**
 * The paths, from the top level, to which git's comparisons are limited so that no input is left out; none stands for everything. A path
 * below a submodule is replaced by the submodule. Long lists are cut to their first folders, since a matcher has the last word anyway.
 */
export function pathspecs({ topLevel, prefix }: Repository, starts: Iterable<string>): readonly string[] {
  const paths = outermost(Array.from(starts, (start) => toTopLevel(prefix, start) || '.'));
  const looked = new Map<string, boolean>();
  const isSubmodule = (folder: string) => {
    if (!looked.has(folder)) looked.set(folder, existsSync(join(topLevel, folder, '.git')));
    return looked.get(folder)!;
  };
  let found = outermost(paths.map((path) => ancestors(path).find(isSubmodule) ?? path));
  for (let depth = 4; depth > 0 && found.length > MOST_PATHSPECS; depth--) {
    found = outermost(found.map((path) => path.split('/').slice(0, depth).join('/')));
  }
  return found.includes('.') || found.length > MOST_PATHSPECS ? [] : found;
}
