import { at } from '../compose/located.ts';
import type { Service } from '../model/service.ts';

/**
 * True for a service that a `provider` brings: a program of the host is asked for it, and Compose makes no container.
 * Source: Compose file reference, "provider".
 */
export function isProvided({ settings }: Service): boolean {
  return at(settings.value, 'provider') !== undefined;
}
