import type { Place } from '@dockwarden-internal/syntax';
import { at, type Located, type LocatedScalar } from '../located.ts';
import { readDependencies } from '../read/dependencies.ts';

export interface Waiting {
  readonly name: string;
  readonly place: Place;
}

const NAMESPACES = ['network_mode', 'ipc', 'pid', 'uts', 'cgroup'];

/** The services that one waits for, said or implied. Source: compose-go Normalize. */
export function waitsFor(service: Located): Waiting[] {
  const found: Waiting[] = readDependencies(service).map(({ name, place }) => ({ name, place }));
  const put = (scalar: Located, name: string | undefined) => {
    if (name !== undefined) found.push({ name, place: scalar.place });
  };
  for (const link of texts(at(service, 'links'))) put(link, link.value.split(':')[0]);
  for (const key of NAMESPACES)
    for (const mode of texts(at(service, key))) put(mode, /^service:(.+)/.exec(mode.value)?.[1]);
  for (const from of texts(at(service, 'volumes_from')))
    if (!from.value.startsWith('container:')) put(from, from.value.split(':')[0]);
  return found;
}

function texts(value: Located | undefined): (LocatedScalar & { readonly value: string })[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.filter(
    (item) => item.kind === 'scalar' && item.holes.length === 0 && typeof item.value === 'string',
  ) as (LocatedScalar & { readonly value: string })[];
}
