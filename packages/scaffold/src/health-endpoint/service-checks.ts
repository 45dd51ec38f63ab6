import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ServiceCheck } from './health-plan.ts';
import { SERVICE_VARIABLES } from './service-variables.ts';

/** The checks of the services that an app needs, each once, in the order given. */
export function serviceChecks(services: readonly string[]): readonly ServiceCheck[] | Diagnostic {
  const names = [...new Set(services)];
  const unknown = names.find((name) => !Object.hasOwn(SERVICE_VARIABLES, name));
  if (unknown !== undefined)
    return {
      code: 'health/unknown-service',
      message: `There is no check for a service ${JSON.stringify(unknown)}.`,
      hint: `Services: ${Object.keys(SERVICE_VARIABLES).join(', ')}.`,
      exit: 2,
    };
  return names.map((name) => ({ name, ...SERVICE_VARIABLES[name]! }));
}
