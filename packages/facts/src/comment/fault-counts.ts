import type { World } from '../model/world.ts';
import { composeFaultsOf } from '../service/compose-faults.ts';
import { faultsOf } from './faults.ts';

/** How much of each of these files a parser, a shell or the Compose schema would refuse; none of a file of another kind. */
export function faultCounts(world: World, paths: Iterable<string>): ReadonlyMap<string, number> {
  const wanted = new Set(paths);
  const counts = new Map<string, number>();
  for (const dockerfile of world.dockerfiles)
    if (wanted.has(dockerfile.source.path)) counts.set(dockerfile.source.path, faultsOf(dockerfile).length);
  for (const file of world.composeFiles)
    if (wanted.has(file.source.path))
      counts.set(file.source.path, file.tree.faults.length + composeFaultsOf(file).length);
  return counts;
}
