import { ignoresEverything } from '@dockwarden-internal/syntax';
import { baseName, joinPath } from '../kernel/path.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { IgnoreFile } from '../model/context.ts';
import { matcherOf } from './ignore-file.ts';
import { walk } from './walk.ts';

/**
 * True where the builder gets nothing of a path (relative to the context): it is ignored, and so is all below it. The disk is asked only
 * where a `!` line may keep something below an ignored folder; unknown where that folder is not there to be looked at.
 */
export function nothingKept({ tree, context }: IgnoreFile, path: string): Maybe<boolean> {
  if (path === '.') return ignoresEverything(tree);
  const matcher = matcherOf(tree);
  if (!matcher.match(path).ignored) return false;
  if (!matcher.mayKeepBelow(path)) return true;
  const { fs } = context.dockerfile.world;
  const directory = joinPath(context.directory, path);
  const kind = fs.kind(directory);
  if (kind === 'file') return true;
  if (kind === undefined) return baseName(path).includes('.', 1) ? true : unknown;
  const { paths, complete } = walk(fs, directory, (folder) => matcher.mayKeepBelow(joinPath(path, folder)));
  if (paths.some((below) => !matcher.match(joinPath(path, below)).ignored)) return false;
  return complete ? true : unknown;
}
