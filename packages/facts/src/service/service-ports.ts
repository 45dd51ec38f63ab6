import { environmentOfName } from '../compose/files/compose-groups.ts';
import type { ComposeEnvironment } from '../compose/load/model.ts';
import { readPorts } from '../compose/read/ports.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, known, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Compose, PublishedPort, Service } from '../model/service.ts';
import { mayRunTogether } from './profiles.ts';

/** The ports that each service of a model publishes, numbered in document order. */
const portsByService = memo((compose: Compose): ReadonlyMap<Service, readonly PublishedPort[]> => {
  let index = 0;
  return new Map(
    compose.services.map((service) => [
      service,
      readPorts(service.settings.value).map((settings) => ({
        service,
        settings,
        index: index++,
        place: settings.place,
      })),
    ]),
  );
});

export function portsOf(service: Service): readonly PublishedPort[] {
  return portsByService(service.compose).get(service) ?? [];
}

/** First and last port of the host; undefined for one that the engine picks. */
export const publishedRange = memo((port: PublishedPort): Maybe<readonly [number, number]> => {
  const published = port.settings.published?.value;
  if (published === undefined || isUnsure(published)) return published;
  const match = /^(\d+)(?:-(\d+))?$/.exec(published);
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : unresolved;
});

/** Earlier ports of the same model that want the same port of the same address: one finding per pair of entries. */
export const clashesOf = memo((port: PublishedPort): readonly PublishedPort[] =>
  firstMet(port, rivalsOf(port), rivalsOf),
);

/**
 * Those of `met` whose entries the port below it in its own range does not meet: two ranges that share a hundred ports are one matter.
 * `meets` tells what a port meets.
 */
export function firstMet(
  port: PublishedPort,
  met: readonly PublishedPort[],
  meets: (port: PublishedPort) => readonly PublishedPort[],
): readonly PublishedPort[] {
  const own = portsOf(port.service);
  const below = met.length > 0 ? own[port.index - own[0]!.index - 1] : undefined;
  if (below?.place !== port.place) return met;
  const entries = new Set(meets(below).map(({ place }) => place));
  return met.filter(({ place }) => !entries.has(place));
}

const rivalsOf = memo((port: PublishedPort): readonly PublishedPort[] => {
  const wanted = wantedPort(port);
  if (wanted === undefined) return [];
  const rivals = (byWantedPort(port.service.compose).get(wanted) ?? []).slice(0, MOST_RIVALS);
  return rivals
    .slice(0, Math.max(0, rivals.indexOf(port)))
    .filter((other) => mayRunTogether(port.service, other.service) && shareAddress(addressOf(port), addressOf(other)));
});

/** Of more services that want one port no more are compared. */
const MOST_RIVALS = 100;

/** Nor are more ports of a model looked through for ranges. */
const MOST_COMPARED = 1000;

/** Earlier ports that may get in the way of a range, or whose range may. */
export const overlapsOf = memo((port: PublishedPort): readonly PublishedPort[] => {
  const own = known(publishedRange(port));
  if (!own) return [];
  const all = [...portsByService(port.service.compose).values()].flat();
  const earlier = all
    .slice(0, Math.min(port.index, MOST_COMPARED))
    .filter((other) => isRange(own) || isRange(known(publishedRange(other))));
  return earlier.slice(0, MOST_RIVALS).filter((other) => {
    const theirs = known(publishedRange(other));
    return (
      theirs !== undefined &&
      own[0] <= theirs[1] &&
      theirs[0] <= own[1] &&
      other.settings.protocol === port.settings.protocol &&
      mayRunTogether(port.service, other.service) &&
      shareAddress(addressOf(port), addressOf(other))
    );
  });
});

function isRange(range: readonly [number, number] | undefined): boolean {
  return range !== undefined && range[0] < range[1];
}

const byWantedPort = memo((compose: Compose): ReadonlyMap<string, readonly PublishedPort[]> => {
  const found = new Map<string, PublishedPort[]>();
  for (const port of [...portsByService(compose).values()].flat()) {
    const wanted = wantedPort(port);
    if (wanted === undefined) continue;
    const same = found.get(wanted);
    if (same) same.push(port);
    else found.set(wanted, [port]);
  }
  return found;
});

/** The one port of the host that has to be free. Of a range the engine picks one that is; a variable always stands for the same port. */
export function wantedPort({ settings }: PublishedPort): string | undefined {
  const { published, protocol } = settings;
  if (!published || (!isUnsure(published.value) && !/^\d+$/.test(published.value))) return undefined;
  return `${protocol} ${isUnsure(published.value) ? published.text : Number(published.value)}`;
}

function addressOf({ settings }: PublishedPort): string {
  return settings.address?.text ?? '';
}

/** Without an address both families are bound. Source: Compose file reference, "ports". */
const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

export function shareAddress(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return true;
  const sameFamily = a.includes(':') === b.includes(':') && !a.includes('$') && !b.includes('$');
  return sameFamily && (everyAddress.has(a) || everyAddress.has(b));
}

/** True where only the host itself reaches the port. */
export function isLoopback({ settings }: PublishedPort): Maybe<boolean> {
  const address = settings.address?.value;
  if (address === undefined) return false;
  return isUnsure(address) ? address : /^(?:127\.|::1$|localhost$)/.test(address);
}

/** What the file is for that a port is written in; of a base file nothing is said, since it serves them all. */
export function environmentOfPort({ service, place }: PublishedPort): ComposeEnvironment | undefined {
  const { files, model } = service.compose;
  return files.length === 1 ? model.environment : environmentOfName(place.source.path);
}
