import type { Fresh } from '@dockwarden-internal/build';
import type { World } from '@dockwarden-internal/facts';
import { stageName } from '@dockwarden-internal/facts/stage/from-word';
import type { BuildOptions } from './build-options.ts';
import type { Generations } from './generations.ts';
import type { PlannedImage } from './planned-image.ts';

/**
 * What a build does not take from the cache. Under a `refresh` date that this builder has not built yet, and with `--refresh`, stages that
 * fetch something run again, and bases are pulled; with `--force` everything does.
 */
export function freshOf(
  world: World,
  { image, plan }: PlannedImage,
  generations: Generations,
  { force, refresh }: Pick<BuildOptions, 'force' | 'refresh'>,
): Fresh | undefined {
  if (force) return { pull: false, stages: 'all' };
  const { refresh: date } = image.request;
  const isDue = refresh === true || (date !== undefined && !generations.isBuilt(image.name, date));
  if (!isDue) return undefined;
  const stages = volatileStages(
    world,
    image.dockerfile,
    plan.inputs.volatile.map(({ place }) => place.span.start),
  );
  return { pull: true, stages };
}

/** Names of the stages that hold what moves; all of them where one has no name to be called by. */
function volatileStages(world: World, path: string, offsets: readonly number[]): Fresh['stages'] {
  const dockerfile = world.dockerfileAt(path);
  if (!dockerfile) return 'all';
  const names = new Set<string>();
  for (const offset of offsets) {
    const stage = dockerfile.stages.findLast(({ from }) => (from?.node.span.start ?? 0) <= offset);
    const name = stage && stageName(stage);
    if (name === undefined) return 'all';
    names.add(name);
  }
  return [...names];
}
