import {
  type ImageDigests,
  type ImageLayer,
  type ImageMetadata,
  type InspectedImage,
  imageLayers,
  inspectImages,
  KEY_LABEL,
  keyTag,
  type RunProgram,
  topDigest,
} from '@dockwarden-internal/build';
import type { PlannedImage } from './planned-image.ts';

/** An image of the engine that has the key of this run. */
export interface FoundImage {
  readonly inspected: InspectedImage;
  readonly layers: readonly ImageLayer[];
  /** Of the manifest or index where the engine knows one, else its id. */
  readonly digest: string;
}

/**
 * Looks at the images that a run built or found in the engine: that they are there, with their key, is what success means. Sizes of layers
 * come from the metadata of an earlier run where it speaks of the same image, since the engine tells them one image at a time.
 */
export async function findInEngine(
  run: RunProgram,
  images: readonly PlannedImage[],
  previous: ReadonlyMap<string, ImageMetadata>,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, FoundImage>> {
  const references = new Map(
    images.map(({ image, plan }) => [image.name, `${image.request.repository}:${keyTag(plan.key)}`]),
  );
  const answer = await inspectImages(run, [...references.values()], signal ? { signal } : {});
  const found = await Promise.all(
    images.map(async ({ image, plan }): Promise<readonly [string, FoundImage] | undefined> => {
      const reference = references.get(image.name)!;
      const inspected = answer.images.get(reference);
      if (!inspected || inspected.labels.get(KEY_LABEL) !== plan.key) return undefined;
      const known = previous.get(image.name);
      const layers = isSame(known, inspected.digests)
        ? known!.layers
        : await imageLayers(run, reference, inspected.layers, signal);
      return [image.name, { inspected, layers: layers ?? [], digest: topDigest(inspected.digests) ?? inspected.id }];
    }),
  );
  return new Map(found.filter((each) => each !== undefined));
}

function isSame(known: ImageMetadata | undefined, digests: ImageDigests): boolean {
  if (!known || known.layers.length === 0) return false;
  return (['config', 'manifest', 'index'] as const).every((kind) => known.digests[kind] === digests[kind]);
}
