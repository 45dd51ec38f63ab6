import type { Backing } from './backing-trees.ts';
import { variablePrefix } from './names.ts';

/**
 * Where the app finds its backing services, and the files that hold its passwords: an address has none in it, so that none is read in the
 * environment of a process or in `docker inspect`. Two of one kind are told apart by their names.
 */
export function appEnvironment(backings: readonly Backing[]): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { name, service } of backings) {
    const prefix = `${service.variable}_URL` in environment ? variablePrefix(name) : service.variable;
    environment[`${prefix}_URL`] = service.url.replaceAll('{host}', name);
    if (service.secrets) environment[`${prefix}_PASSWORD_FILE`] = `/run/secrets/${service.secrets.password}`;
  }
  return environment;
}
