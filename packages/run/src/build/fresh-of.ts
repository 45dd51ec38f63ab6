import type { Fresh } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import type { Generations } from './generations.ts';
import type { PlannedImage } from './planned-image.ts';

/**
 * What a build does not take from the cache. Under a `refresh` date that this builder has not built yet, and with `--refresh`, bases are pulled
 * and every step is done again: nothing tells what a RUN comes to on another day, and to copy files once more costs little. With `--force`
 * every step is done again, on the bases that are there.
 */
export function freshOf(
  { image: { name, request } }: Pick<PlannedImage, 'image'>,
  generations: Generations,
  { force, refresh }: Pick<BuildOptions, 'force' | 'refresh'>,
): Fresh | undefined {
  if (force) return { pull: false, stages: 'all' };
  const isDue = refresh === true || (request.refresh !== undefined && !generations.isBuilt(name, request.refresh));
  return isDue ? { pull: true, stages: 'all' } : undefined;
}
