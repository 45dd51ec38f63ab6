import {
  flagValue,
  fromText,
  type Instruction,
  known,
  platformOf,
  remoteKind,
  sourcesOf,
} from '@dockwarden-internal/facts';
import type { RemoteReference } from '../model/image-inputs.ts';
import { distinctBy } from './distinct-by.ts';
import { frontendOf } from './frontend.ts';
import { imageKind } from './image-kind.ts';
import type { ReachedReading, ReachedStage } from './reached.ts';
import type { Read } from './reads.ts';

/** A commit in full, by fragment or query. Source: BuildKit's git URLs, `#<commit>` and `?commit=`. */
function gitKind(address: string): 'pinned' | 'volatile' {
  return /[#?&](?:(?:ref|commit|checksum)=)?(?:[0-9a-f]{64}|[0-9a-f]{40})(?=$|[:&#])/.test(address)
    ? 'pinned'
    : 'volatile';
}

/** Everything from elsewhere that a build takes, in file order, each once; what the workspace builds itself is none of it. */
export function remoteReferences(readings: readonly ReachedReading[], parents: ReadonlySet<string>): RemoteReference[] {
  const all = readings.flatMap(({ dockerfile, stages }) => {
    const frontend = frontendOf(dockerfile);
    const taken = stages.flatMap((stage) => [
      ...stage.reads.filter((read) => !isParent(read, parents)).flatMap((read) => referenceOf(stage, read) ?? []),
      ...stage.instructions.flatMap(fetchedBy),
    ]);
    return [...(frontend ? [frontend] : []), ...taken];
  });
  const distinct = distinctBy(all, ({ text, use, platform }) => JSON.stringify([text, use, platform]));
  return distinct.sort((a, b) => a.place.span.start - b.place.span.start);
}

function isParent({ origin }: Read, parents: ReadonlySet<string>): boolean {
  if (origin?.kind === 'image') return parents.has(origin.text);
  return origin?.kind === 'context' && parents.has(origin.context.name);
}

/** The image, repository or address that a read takes from elsewhere; undefined for stages, folders and `scratch`. */
function referenceOf({ stage }: ReachedStage, { origin, use, place }: Read): RemoteReference | undefined {
  const asked = use === 'from' ? known(platformOf(stage)) : undefined;
  const platform = asked === undefined ? {} : { platform: asked };
  if (origin?.kind === 'image') return { text: origin.text, use, kind: imageKind(origin.text), ...platform, place };
  if (origin?.kind !== 'context') return undefined;
  const { means } = origin.context;
  if (means.kind === 'image')
    return { text: means.reference, use: 'context', kind: imageKind(means.reference), ...platform, place };
  if (means.kind === 'git') return { text: means.address, use: 'git', kind: gitKind(means.address), place };
  return means.kind === 'url' ? { text: means.address, use: 'url', kind: 'volatile', place } : undefined;
}

/** What an ADD fetches; with a checksum it can be but one thing. Source: Dockerfile reference, ADD --checksum. */
export function fetchedBy(add: Instruction): RemoteReference[] {
  if (add.node.keyword !== 'add' || fromText(add) !== undefined) return [];
  const checked = typeof flagValue(add, '--checksum') === 'string';
  return sourcesOf(add).flatMap(({ path, text, place, heredoc }): RemoteReference[] => {
    if (heredoc) return [];
    const address = typeof path === 'string' ? path : text;
    const use = remoteKind(address);
    if (!use) return [];
    const kind = checked ? 'pinned' : use === 'git' && typeof path === 'string' ? gitKind(address) : 'volatile';
    return [{ text: address, use, kind, place }];
  });
}
