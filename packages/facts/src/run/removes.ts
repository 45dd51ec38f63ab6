import { type RemovedPath, removedPaths } from '../commands/removed-paths.ts';
import { memo } from '../kernel/memo.ts';
import { known } from '../kernel/unsure.ts';
import type { Command } from '../model/command.ts';
import { homeFolder } from './home-folder.ts';
import { pathFrom } from './shell-place.ts';

/** The paths that a command removes, from the root of the image; those that a variable or an unknown home decides are left out. */
export const removesOf = memo((command: Command): readonly string[] =>
  removedPaths(command.reading).flatMap((removed) => resolved(command, removed) ?? []),
);

/** True where it removes more than can be named. */
export function removesMore(command: Command): boolean {
  return removedPaths(command.reading).some((removed) => resolved(command, removed) === undefined);
}

function resolved(command: Command, { path, unresolved }: RemovedPath): string | undefined {
  if (unresolved) return undefined;
  if (!path.startsWith('~')) return pathFrom(command, path);
  const home = /^~(\/|$)/.test(path) ? known(homeFolder(command)) : undefined;
  return home === undefined ? undefined : pathFrom(command, home + path.slice(1));
}
