import { readList } from '../compose/read/service.ts';
import { memo } from '../kernel/memo.ts';
import type { Compose, PublishedPort } from '../model/service.ts';
import type { World } from '../model/world.ts';
import { firstMet, portsOf, shareAddress, wantedPort } from './service-ports.ts';

/** Of more models that publish one port no more are compared. */
const MOST_RIVALS = 20;

/**
 * Ports of Compose models of other folders that want the same port of the same address: what is run for development of two projects at the same
 * time. Of each folder the first that comes in question; models that come earlier in the order of the run alone, so that a pair is found once. What is for
 * production runs elsewhere, and a variable without a default is set by whoever runs it; neither counts, nor does a service of a profile, which runs
 * on request. Of a range the first port that meets an entry.
 */
export const takenElsewhere = memo((port: PublishedPort): readonly PublishedPort[] =>
  firstMet(port, rivalsOf(port), rivalsOf),
);

const rivalsOf = memo((port: PublishedPort): readonly PublishedPort[] => {
  const { compose } = port.service;
  if (!counts(port)) return [];
  const folder = folderOf(compose);
  const rivals = byWantedPort(compose.world).get(wantedPort(port)!) ?? [];
  const before = new Set(compose.world.composes.slice(0, compose.world.composes.indexOf(compose)));
  const found = new Map<string, PublishedPort>();
  for (const other of rivals) {
    const theirs = folderOf(other.service.compose);
    if (theirs === folder || !before.has(other.service.compose) || found.has(theirs)) continue;
    if (shareAddress(port.settings.address?.text ?? '', other.settings.address?.text ?? '')) found.set(theirs, other);
    if (found.size === MOST_RIVALS) break;
  }
  return [...found.values()];
});

const byWantedPort = memo((world: World): ReadonlyMap<string, readonly PublishedPort[]> => {
  const found = new Map<string, PublishedPort[]>();
  for (const port of world.composes.flatMap(({ services }) => services).flatMap(portsOf)) {
    if (!counts(port)) continue;
    const wanted = wantedPort(port)!;
    const same = found.get(wanted);
    if (same) same.push(port);
    else found.set(wanted, [port]);
  }
  return found;
});

function counts(port: PublishedPort): boolean {
  const { compose, settings } = port.service;
  const wanted = wantedPort(port);
  const byDefault = readList(settings, 'profiles').length === 0;
  return byDefault && compose.model.environment !== 'production' && wanted !== undefined && !wanted.includes('$');
}

function folderOf({ files }: Compose): string {
  return (files[0]?.source.path ?? '').replace(/[^/]*$/, '');
}
