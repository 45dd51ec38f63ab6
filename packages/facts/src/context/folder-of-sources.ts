import { folderOf, joinPath } from '../kernel/path.ts';
import { known } from '../kernel/unsure.ts';
import type { Dockerfile } from '../model/dockerfile.ts';
import { contextPathsOf } from '../source/context-paths.ts';
import { expandPattern } from '../source/expand-pattern.ts';
import { isPattern } from '../source/path-match.ts';
import type { DecidedFolder } from './context-of.ts';

/**
 * The folder in which the sources of COPY, ADD and bind mounts lie: the workspace root if one of them is only there, the Dockerfile's own
 * folder if one is only there; undefined if none tells the two apart, or they disagree.
 */
export function folderThatHoldsSources(dockerfile: Dockerfile): DecidedFolder | undefined {
  const { fs } = dockerfile.world;
  const own = folderOf(dockerfile.source.path);
  const found = { root: '', own: '' };
  for (const instruction of dockerfile.instructions) {
    for (const path of contextPathsOf(instruction)) {
      const literal = known(path);
      if (literal === undefined || literal === '.') continue;
      const isIn = (folder: string) =>
        isPattern(literal)
          ? expandPattern(fs, folder, literal).paths.length > 0
          : fs.kind(joinPath(folder, literal)) !== undefined;
      const [inRoot, inOwn] = [isIn('.'), isIn(own)];
      if (inRoot && !inOwn) found.root ||= literal;
      if (inOwn && !inRoot) found.own ||= literal;
    }
  }
  if (found.root !== '' && found.own === '')
    return { directory: '.', decidedBy: `${found.root} is in the workspace root only` };
  if (found.own !== '' && found.root === '')
    return { directory: own, decidedBy: `${found.own} is beside the Dockerfile only` };
  return undefined;
}
