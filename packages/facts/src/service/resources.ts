import type { Place } from '@dockwarden-internal/syntax';
import { resources } from '../compose/load/model.ts';
import { at } from '../compose/located.ts';
import { readFileMounts, readNetworks } from '../compose/read/attachments.ts';
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
  const users = new Map<string, { services: Service[]; place: Place }>();
  for (const service of compose.services) {
    for (const { name, place } of uses(service, type)) {
      const entry = users.get(name);
      if (entry) entry.services.push(service);
      else users.set(name, { services: [service], place });
    }
  }
  const declared = resources(compose.model, sections[type]).map(
    (entry): NamedResource => ({
      compose,
      type,
      name: entry.key,
      declared: true,
      external: isTrue(at(entry.value, 'external')),
      users: users.get(entry.key)?.services ?? [],
      place: entry.place,
    }),
  );
  const known = new Set(declared.map((each) => each.name));
  const undeclared = [...users].filter(([name]) => !known.has(name) && !(type === 'network' && name === 'default'));
  return [
    ...declared,
    ...undeclared.map(
      ([name, { services, place }]): NamedResource => ({
        compose,
        type,
        name,
        declared: false,
        external: false,
        users: services,
        place,
      }),
    ),
  ];
}

/** `external: true`, or the older map form. */
function isTrue(value: ReturnType<typeof at>): boolean {
  return value !== undefined && (value.kind !== 'scalar' || value.value === true);
}

function uses(service: Service, type: ResourceType): { name: string; place: Place }[] {
  const { value } = service.settings;
  switch (type) {
    case 'network':
      return readNetworks(value).map(({ name, place }) => ({ name, place }));
    case 'volume':
      return volumesOf(service).flatMap((mount) =>
        mount.type === 'volume' && mount.source !== undefined && !isUnsure(mount.source)
          ? [{ name: mount.source, place: mount.sourcePlace ?? mount.place }]
          : [],
      );
    case 'secret':
    case 'config':
      return readFileMounts(value, sections[type]).flatMap(({ source }) =>
        source && !isUnsure(source.value) ? [{ name: source.value, place: source.place }] : [],
      );
  }
}
