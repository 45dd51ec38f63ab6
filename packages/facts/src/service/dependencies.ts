import { readDependencies } from '../compose/read/dependencies.ts';
import { memo } from '../kernel/memo.ts';
import { type Maybe, unknown } from '../kernel/unsure.ts';
import type { Compose, DependsOn, Service } from '../model/service.ts';

export const dependsOnOf = memo((service: Service): readonly DependsOn[] =>
  readDependencies(service.settings.value).map((settings) => ({ service, settings, place: settings.place })),
);

/** The service that is waited for; absent where the model has none of that name. */
export function dependencyTarget({ service, settings }: DependsOn): Maybe<Service> {
  return serviceNamed(service.compose, settings.name);
}

const byName = memo(
  (compose: Compose): ReadonlyMap<string, Service> =>
    new Map(compose.services.map((service) => [service.name, service])),
);

/** Unknown where a file of the model could not be read and may have it. */
export function serviceNamed(compose: Compose, name: string): Maybe<Service> {
  return byName(compose).get(name) ?? (compose.model.open ? unknown : undefined);
}

/** An earlier service with the same `container_name`. */
export const containerNameTakenBy = memo((service: Service): Service | undefined => {
  const name = containerName(service);
  if (name === undefined) return undefined;
  const { services } = service.compose;
  return services.slice(0, services.indexOf(service)).find((other) => containerName(other) === name);
});

function containerName(service: Service): string | undefined {
  const entry = service.settings.value.entries.get('container_name')?.value;
  return entry?.kind === 'scalar' && entry.holes.length === 0 ? String(entry.value) : undefined;
}
