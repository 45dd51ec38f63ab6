import { memo } from '../kernel/memo.ts';
import type { Image, Reference } from '../model/image.ts';
import type { World } from '../model/world.ts';
import { serviceReference } from '../service/service-image.ts';
import { partsOf } from './parts.ts';
import { referencesOf } from './references.ts';

/** Every reference of the workspace to an image of the same repository, this one included; empty for a stage or `scratch`. */
export function usesOf(image: Image): readonly Reference[] {
  const { repository } = partsOf(image);
  return typeof repository === 'string' ? (byRepository(image.world).get(repository) ?? []) : [];
}

const byRepository = memo((world: World): ReadonlyMap<string, readonly Reference[]> => {
  const services = world.composes
    .flatMap((compose) => compose.services)
    .flatMap((service) => serviceReference(service) ?? []);
  const found = new Map<string, Reference[]>();
  for (const reference of [...world.dockerfiles.flatMap(referencesOf), ...services]) {
    const repository = reference.image && partsOf(reference.image).repository;
    if (typeof repository !== 'string') continue;
    const same = found.get(repository);
    if (same) same.push(reference);
    else found.set(repository, [reference]);
  }
  return found;
});
