import {
  CONTENT_LABEL,
  type Hit,
  type ImageDigests,
  type ImageLayer,
  type ImageMetadata,
  type InspectedImage,
  imageLayers,
  inspectImages,
  KEY_LABEL,
  keyTag,
  type Miss,
  type RunProgram,
  topDigest,
} from '@dockwarden-internal/build';
import { eachBounded } from '@dockwarden-internal/build/docker/bounded';
import { ENGINE_PARALLEL } from '@dockwarden-internal/build/docker/limits';
import type { PlannedImage } from './planned-image.ts';

/** An image that has the key of this run. */
export interface FoundImage {
  readonly inspected: InspectedImage;
  readonly layers: readonly ImageLayer[];
  /** Of the manifest or index where the engine knows one, else its id. */
  readonly digest: string;
  /** Where a registry has it, by digest, and nothing else does; absent for what the engine holds. */
  readonly source?: string;
}

/**
 * Looks at the images that a run built or found in the engine: that they are there, with their key, is what success means. Sizes of layers
 * come from the metadata of an earlier run where it speaks of the same image, since the engine tells them one image at a time.
 */
export async function findInEngine(
  run: RunProgram,
  images: readonly PlannedImage[],
  known: {
    readonly answers: ReadonlyMap<string, Hit | Miss>;
    readonly previous: ReadonlyMap<string, ImageMetadata>;
  },
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, FoundImage>> {
  const shown = new Map(images.flatMap(({ image }) => shownBy(known.answers.get(image.name), image.name)));
  const references = new Map(
    images.map(({ image, plan }) => [image.name, `${image.request.repository}:${keyTag(plan.key)}`]),
  );
  const unseen = [...references].flatMap(([name, reference]) => (shown.has(name) ? [] : [reference]));
  const answer = unseen.length > 0 ? await inspectImages(run, unseen, signal ? { signal } : {}) : undefined;
  const found = await eachBounded(
    images,
    ENGINE_PARALLEL,
    async ({ image, plan }): Promise<readonly [string, FoundImage] | undefined> => {
      const reference = references.get(image.name)!;
      const inspected = shown.get(image.name) ?? answer?.images.get(reference);
      if (!inspected || !isMeant(inspected, plan, known.answers.get(image.name))) return undefined;
      const earlier = known.previous.get(image.name);
      const layers = isSame(earlier, inspected.digests)
        ? earlier!.layers
        : await imageLayers(run, inspected.id, inspected.layers, signal);
      return [image.name, { inspected, layers: layers ?? [], digest: topDigest(inspected.digests) ?? inspected.id }];
    },
  );
  return new Map(found.filter((each) => each !== undefined));
}

/** The lookup has shown what it found in the engine a moment ago. */
function shownBy(answer: Hit | Miss | undefined, name: string): (readonly [string, InspectedImage])[] {
  return answer?.found && answer.inspected ? [[name, answer.inspected]] : [];
}

function isMeant(
  { labels }: InspectedImage,
  { key, content }: PlannedImage['plan'],
  answer: Hit | Miss | undefined,
): boolean {
  if (answer?.found && answer.by === 'content') return labels.get(CONTENT_LABEL) === content;
  return labels.get(KEY_LABEL) === key;
}

/** Whether metadata speaks of the very image that the engine holds. */
export function isSame(known: ImageMetadata | undefined, digests: ImageDigests): boolean {
  if (!known || known.layers.length === 0) return false;
  return (['config', 'manifest', 'index'] as const).every((kind) => known.digests[kind] === digests[kind]);
}
