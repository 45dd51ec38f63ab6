import type { Place } from '@dockwarden-internal/syntax';
import { resources } from '../compose/load/model.ts';
import { at, type Located, type LocatedEntry } from '../compose/located.ts';
import { type FileMountSettings, readFileMounts, readNetworks } from '../compose/read/attachments.ts';
import { flagSetting, textSetting } from '../compose/read/setting.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure } from '../kernel/unsure.ts';
import type { Compose, NamedResource, Service } from '../model/service.ts';
import { volumesOf } from './service-mounts.ts';

type ResourceType = NamedResource['type'];

const sections = { network: 'networks', volume: 'volumes', secret: 'secrets', config: 'configs' } as const;

/** Networks, volumes, secrets and configs of a model: those declared, then those that are only used. */
export const resourcesOf = memo((compose: Compose): readonly NamedResource[] =>
  (Object.keys(sections) as ResourceType[]).flatMap((type) => resourcesOfType(compose, type)),
);

function resourcesOfType(compose: Compose, type: ResourceType): NamedResource[] {
  const uses = usesOfType(compose, type);
  const declared = resources(compose.model, sections[type]);
  const known = new Set(declared.map(({ key }) => key));
  return [
    ...declared.map((entry) => resource(compose, type, entry, uses.get(entry.key))),
    ...[...uses.entries()]
      .filter(([name]) => !known.has(name) && !(type === 'network' && name === 'default'))
      .map(([key, use]) => resource(compose, type, { key, place: use.place }, use)),
  ];
}

function resource(
  compose: Compose,
  type: ResourceType,
  { key, place, value }: Pick<LocatedEntry, 'key' | 'place'> & { readonly value?: Located },
  use: Uses | undefined,
): NamedResource {
  const external = flagSetting(at(value, 'external'))?.value === true;
  const name = textSetting(at(value, 'name'));
  const device = textSetting(at(value, 'driver_opts', 'device'));
  return {
    compose,
    type,
    name: key,
    declared: value !== undefined,
    external,
    realName: name ? name.value : external ? key : undefined,
    ...(device && { device }),
    users: [...(use?.users ?? [])],
    writers: [...(use?.writers ?? [])],
    place,
  };
}

interface Uses {
  readonly users: Set<Service>;
  readonly writers: Set<Service>;
  /** Of the first use. */
  readonly place: Place;
}

interface Use {
  readonly name: string;
  readonly place: Place;
  readonly writes: boolean;
}

function usesOfType(compose: Compose, type: ResourceType): ReadonlyMap<string, Uses> {
  const found = new Map<string, Uses>();
  for (const service of compose.services) {
    for (const { name, place, writes } of usesIn(service, type)) {
      const uses = found.get(name) ?? { users: new Set(), writers: new Set(), place };
      found.set(name, uses);
      uses.users.add(service);
      if (writes) uses.writers.add(service);
    }
  }
  return found;
}

function usesIn(service: Service, type: ResourceType): Use[] {
  const { value } = service.settings;
  switch (type) {
    case 'network':
      return readNetworks(value).map(({ name, place }) => ({ name, place, writes: false }));
    case 'volume':
      return volumesOf(service).flatMap(({ type: kind, source, place, sourcePlace, readOnly }) =>
        kind === 'volume' && source !== undefined && source !== '' && !isUnsure(source)
          ? [{ name: source, place: sourcePlace ?? place, writes: readOnly === false }]
          : [],
      );
    case 'secret':
    case 'config':
      return fileMounts(value, type).flatMap(({ source }) =>
        source && !isUnsure(source.value) ? [{ name: source.value, place: source.place, writes: false }] : [],
      );
  }
}

/** Those of the container; of secrets also those of its build. */
function fileMounts(service: Located, type: 'secret' | 'config'): FileMountSettings[] {
  const build = type === 'secret' ? at(service, 'build') : undefined;
  return [...readFileMounts(service, sections[type]), ...(build ? readFileMounts(build, sections[type]) : [])];
}
