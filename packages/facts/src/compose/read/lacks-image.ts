import { at, type Located } from '../located.ts';

/** True for a service that names neither an image nor a build. A `provider` starts something that is no container. */
export function lacksImage(service: Located): boolean {
  return !at(service, 'image') && !at(service, 'build') && !at(service, 'provider');
}
