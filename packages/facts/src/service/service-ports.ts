import { readPorts } from '../compose/read/ports.ts';
import { memo } from '../kernel/memo.ts';
import { isUnsure, type Maybe, unresolved } from '../kernel/unsure.ts';
import type { Compose, PublishedPort, Service } from '../model/service.ts';

/** Every port that a model's services publish, in document order. */
const allPorts = memo((compose: Compose): readonly PublishedPort[] => {
  let index = 0;
  return compose.services.flatMap((service) =>
    readPorts(service.settings.value).map(
      (settings): PublishedPort => ({ service, settings, index: index++, place: settings.place }),
    ),
  );
});

export const portsOf = memo((service: Service): readonly PublishedPort[] =>
  allPorts(service.compose).filter((port) => port.service === service),
);

/** First and last port of the host; undefined for one that the engine picks. */
export function publishedRange(port: PublishedPort): Maybe<readonly [number, number]> {
  const published = port.settings.published?.value;
  if (published === undefined || isUnsure(published)) return published;
  const match = /^(\d+)(?:-(\d+))?$/.exec(published);
  return match ? [Number(match[1]), Number(match[2] ?? match[1])] : unresolved;
}

/** Earlier ports of the same model that want the same port of the same address: one finding per pair. */
export const clashesOf = memo((port: PublishedPort): readonly PublishedPort[] =>
  allPorts(port.service.compose).filter((other) => other.index < port.index && clash(port, other)),
);

const everywhere: ReadonlySet<string> = new Set(['', '0.0.0.0', '::', '[::]']);

function clash(a: PublishedPort, b: PublishedPort): boolean {
  const left = publishedRange(a);
  const right = publishedRange(b);
  if (left === undefined || right === undefined || isUnsure(left) || isUnsure(right)) return false;
  // A range on one side lets the engine pick another port of it.
  if (left[0] !== left[1] || right[0] !== right[1] || left[0] !== right[0]) return false;
  if (a.settings.protocol !== b.settings.protocol) return false;
  const x = a.settings.address?.text ?? '';
  const y = b.settings.address?.text ?? '';
  return everywhere.has(x) || everywhere.has(y) || x === y;
}
