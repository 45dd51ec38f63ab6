import { removedPaths } from '../commands/removed-paths.ts';
import { memo } from '../kernel/memo.ts';
import type { Command } from '../model/command.ts';
import { pathFrom } from './shell-place.ts';

/** The paths that a command removes, from the root of the image; those with a variable in them are left out. */
export const removesOf = memo((command: Command): readonly string[] =>
  removedPaths(command.reading).flatMap(({ path, unresolved }) => (unresolved ? [] : [pathFrom(command, path)])),
);

/** True where it removes more than can be named. */
export function removesMore(command: Command): boolean {
  return removedPaths(command.reading).some(({ unresolved }) => unresolved);
}
