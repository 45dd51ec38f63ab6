import type { Place } from '@dockwarden-internal/syntax';
import type { Located } from '../located.ts';
import { readDependencies } from '../read/dependencies.ts';
import { textsAt } from './texts-at.ts';

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
  for (const link of textsAt(service, 'links')) put(link, link.value.split(':')[0]);
  for (const key of NAMESPACES)
    for (const mode of textsAt(service, key)) put(mode, /^service:(.+)/.exec(mode.value)?.[1]);
  for (const from of textsAt(service, 'volumes_from'))
    if (!from.value.startsWith('container:')) put(from, from.value.split(':')[0]);
  return found;
}
