import { type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import type { RemoteReference } from '../model/image-inputs.ts';
import type { ResolvedReference } from '../model/image-plan.ts';
import type { RunProgram } from '../model/program.ts';
import { topDigest } from './image-digests.ts';
import { inspectImages } from './inspect-images.ts';
import { type InspectedImage, repoDigestFor } from './inspected-image.ts';

export interface EngineLookup {
  readonly images: ReadonlyMap<string, InspectedImage>;
  /** By platform: the manifests within indexes. */
  readonly byPlatform: ReadonlyMap<string, ReadonlyMap<string, InspectedImage>>;
  readonly diagnostic?: Diagnostic;
}

/** One question for all names; one more per platform for those of several platforms, since an index changes with every attestation. */
export async function engineLookup(
  run: RunProgram,
  names: readonly string[],
  platforms: readonly string[],
  signal?: AbortSignal,
): Promise<EngineLookup> {
  const byPlatform = new Map<string, ReadonlyMap<string, InspectedImage>>();
  if (names.length === 0) return { images: new Map(), byPlatform };
  const { images, diagnostic } = await inspectImages(run, names, { signal });
  const indexes = [...images].filter(([, image]) => image.digests.index !== undefined).map(([name]) => name);
  if (indexes.length === 0 || diagnostic) return { images, byPlatform, diagnostic };
  const distinct = [...new Set(platforms)];
  const answers = await Promise.all(distinct.map((platform) => inspectImages(run, indexes, { platform, signal })));
  for (const [index, platform] of distinct.entries()) byPlatform.set(platform, answers[index]!.images);
  return { images, byPlatform };
}

/** What the engine holds under a name. An engine with the overlay2 store may know the image's id alone, which no build can be pinned to. */
export function byEngine(
  reference: RemoteReference,
  name: string,
  lookup: EngineLookup,
  platforms: readonly string[],
): ResolvedReference | undefined {
  const image = lookup.images.get(name);
  if (!image) return undefined;
  const of = (digest: string) => new Map(platforms.map((platform) => [platform, digest]));
  const top = topDigest(image.digests);
  if (top === undefined) {
    const digest = repoDigestFor(image, nameOf(name));
    if (digest === undefined) return { reference, digests: of(image.id), digestKind: 'config', by: 'engine' };
    return { reference, digests: of(digest), digestKind: 'index', by: 'engine', pin: digest };
  }
  if (image.digests.index === undefined)
    return { reference, digests: of(top), digestKind: 'manifest', by: 'engine', pin: top };
  const manifests = platforms.map((platform) => lookup.byPlatform.get(platform)?.get(name)?.digests.manifest);
  if (manifests.some((manifest) => manifest === undefined))
    return { reference, digests: of(top), digestKind: 'index', by: 'engine', pin: top };
  const digests = new Map(platforms.map((platform, index) => [platform, manifests[index]!]));
  return { reference, digests, digestKind: 'manifest', by: 'engine', pin: top };
}

function nameOf(text: string): string {
  const reference = parseReference(text);
  return 'fault' in reference ? text : reference.name;
}
