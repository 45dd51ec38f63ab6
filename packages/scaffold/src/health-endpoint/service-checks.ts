import type { Diagnostic } from '@dockwarden-internal/syntax';
import { BACKING_SERVICES, unknownBackingService } from '../compose/backing-service.ts';
import { variablePrefix } from '../compose/names.ts';
import type { ServiceCheck } from './health-plan.ts';

/** The checks of the services that an app needs, each once, in the order given; their variables are those of the Compose files. */
export function serviceChecks(services: readonly string[]): readonly ServiceCheck[] | Diagnostic {
  const unknown = unknownBackingService(services);
  if (unknown) return unknown;
  const taken = new Set<string>();
  return [...new Set(services)].map((name) => {
    const { variable: usual, port } = BACKING_SERVICES[name]!;
    const variable = `${taken.has(usual) ? variablePrefix(name) : usual}_URL`;
    taken.add(usual);
    return { name, variable, port };
  });
}
