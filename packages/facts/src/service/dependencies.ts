import { at } from '../compose/located.ts';
import { readDependencies } from '../compose/read/dependencies.ts';
import { readList } from '../compose/read/service.ts';
import { type Setting, textSetting } from '../compose/read/setting.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unknown } from '../kernel/unsure.ts';
import type { Compose, DependencyKey, DependsOn, Service } from '../model/service.ts';
import { isPartial } from './partial.ts';

/** The services that `depends_on` names. */
export const dependsOnOf = memo((service: Service): readonly DependsOn[] =>
  readDependencies(service.settings.value).map((settings) => ({
    service,
    settings,
    via: 'depends_on',
    place: settings.place,
  })),
);

/**
 * All services that a service cannot do without: those of `depends_on`, those that it is linked to, and those whose volumes or namespaces it
 * shares. Source: Compose file reference, `depends_on`, `links`, `volumes_from`, `network_mode`.
 */
export const needsOf = memo((service: Service): readonly DependsOn[] => {
  const { settings } = service;
  const listed = (key: 'links' | 'volumes_from') =>
    readList(settings, key).flatMap((entry) => need(service, key, entry, /^(?!container:)([^:]+)(?::.*)?$/));
  const shared = (key: 'network_mode' | 'ipc' | 'pid' | 'uts') => {
    const mode = textSetting(at(settings.value, key));
    return mode ? need(service, key, mode, /^service:(.+)$/) : [];
  };
  return [
    ...dependsOnOf(service),
    ...listed('links'),
    ...listed('volumes_from'),
    ...shared('network_mode'),
    ...shared('ipc'),
    ...shared('pid'),
    ...shared('uts'),
  ];
});

function need(service: Service, via: DependencyKey, setting: Setting<string>, form: RegExp): DependsOn[] {
  const name = isUnsure(setting.value) ? undefined : form.exec(setting.value)?.[1];
  if (name === undefined) return [];
  const { place, fixable } = setting;
  return [{ service, settings: { name, condition: undefined, required: true, fixable }, via, place }];
}

/** The service that is needed; absent where the model has none of that name. */
export function dependencyTarget({ service, settings }: DependsOn): Maybe<Service> {
  return serviceNamed(service.compose, settings.name);
}

const byName = memo(
  (compose: Compose): ReadonlyMap<string, Service> =>
    new Map(compose.services.map((service) => [service.name, service])),
);

/** Unknown where a file that could not be read, or was not given, may have it. */
function serviceNamed(compose: Compose, name: string): Maybe<Service> {
  return byName(compose).get(name) ?? (compose.model.open || isPartial(compose) ? unknown : undefined);
}

/** The entries of other services' `depends_on` that name a service. */
export function awaitedBy(service: Service): readonly DependsOn[] {
  return waiting(service.compose).get(service.name) ?? [];
}

const waiting = memo((compose: Compose): ReadonlyMap<string, readonly DependsOn[]> => {
  const found = new Map<string, DependsOn[]>();
  for (const dependency of compose.services.flatMap(dependsOnOf)) {
    const { name } = dependency.settings;
    const same = found.get(name);
    if (same) same.push(dependency);
    else found.set(name, [dependency]);
  }
  return found;
});

/** True for a task that others wait to be done with, such as a migration of a database. */
export function isOneShot(service: Service): boolean {
  return awaitedBy(service).some(({ settings }) => settings.condition?.value === 'service_completed_successfully');
}
