import { contextOf } from '../context/context-of.ts';
import { patternTest } from '../context/pattern-test.ts';
import { walk } from '../context/walk.ts';
import { memo } from '../kernel/memo.ts';
import { joinPath } from '../kernel/path.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Context } from '../model/context.ts';
import type { Source } from '../model/files.ts';
import { type Expanded, expandPattern } from './expand-pattern.ts';
import { isPattern } from './path-match.ts';
import { isArtifact } from './role.ts';
import { isLocal } from './sources.ts';

/**
 * The paths of the context, relative to it, that a source stands for today: itself, or what its pattern matches. Absent for what is not
 * read from the context; unknown where the context is, or the path, or where there is too much to look at.
 */
export const matchesOf = memo((source: Source): Maybe<readonly string[]> => {
  if (!isLocal(source)) return undefined;
  const context = contextOf(source.instruction.dockerfile);
  const { path } = source;
  if (context === undefined || isUnsure(context) || path === undefined || isUnsure(path)) return unknown;
  const { paths, complete } = expand(source, context, path);
  return complete ? paths : unknown;
});

function expand(source: Source, { directory, dockerfile }: Context, path: string): Expanded {
  const { fs } = dockerfile.world;
  if (!isPattern(path))
    return { paths: fs.kind(joinPath(directory, path)) === undefined ? [] : [path], complete: true };
  if (!keepsParents(source)) return expandPattern(fs, directory, path);
  // With --parents patterns are those of ignore files. Source: Dockerfile reference, COPY --parents; fsutil's include patterns.
  const { paths, complete } = walk(fs, directory);
  return { paths: paths.filter(patternTest(path)), complete };
}

export function keepsParents({ instruction }: Source): boolean {
  return instruction.node.flags.some(({ name, value }) => name === '--parents' && value !== 'false');
}

/** Whether something is there to be copied; absent for what is not, where a build has yet to write it. */
export function existsOnDisk(source: Source): Maybe<boolean> {
  const matches = matchesOf(source);
  if (isUnsure(matches) || matches === undefined) return matches;
  if (matches.length > 0) return true;
  return isArtifact(source, source.path as string) ? undefined : false;
}

/** File or folder; absent where nothing is there, or a pattern matches both. */
export function kindOnDisk(source: Source): Maybe<'file' | 'directory'> {
  const matches = matchesOf(source);
  if (isUnsure(matches) || matches === undefined) return matches;
  const context = contextOf(source.instruction.dockerfile) as Context;
  const kinds = new Set(matches.map((path) => context.dockerfile.world.fs.kind(joinPath(context.directory, path))));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
