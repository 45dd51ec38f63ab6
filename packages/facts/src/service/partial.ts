import { at } from '../compose/located.ts';
import { memo } from '../kernel/memo.ts';
import type { Compose, Service } from '../model/service.ts';

/**
 * True for a model that cannot be run as it is, since a service has neither an image nor a build: its files are meant to be merged over others
 * that their names do not tell. Source: Compose file reference, "image": it may be left out only where `build` is there.
 */
export const isPartial = memo((compose: Compose): boolean => compose.services.some(lacksImage));

/** True for a service that names neither. A `provider` starts something that is no container. */
export function lacksImage({ settings: { value } }: Service): boolean {
  return !at(value, 'image') && !at(value, 'build') && !at(value, 'provider');
}
