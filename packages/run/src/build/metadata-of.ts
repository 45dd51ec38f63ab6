import type { EngineState, ImageDigests, ImageLayer, ImageMetadata } from '@dockwarden-internal/build';
import { positionAt } from '@dockwarden-internal/syntax';
import type { PlannedImage } from './planned-image.ts';

export interface MetadataParts {
  readonly from: ImageMetadata['from'];
  readonly digests: ImageDigests;
  readonly tags: readonly string[];
  readonly layers: readonly ImageLayer[];
  /** Of what was built in this run. */
  readonly engine?: EngineState;
}

/** What is written down of an image. */
export function metadataOf({ image, plan }: PlannedImage, parts: MetadataParts): ImageMetadata {
  const { from, digests, tags, layers, engine } = parts;
  const { inputs, stamp, references, key, content } = plan;
  const frontend = inputs.references.find(({ use }) => use === 'frontend')?.text;
  return {
    version: 1,
    image: image.name,
    key,
    content,
    from,
    digests,
    tags,
    labels: Object.fromEntries(stamp.labels),
    platforms: image.request.platforms,
    bases: references.map(({ reference, digestKind, digests: of }) => ({
      reference: reference.text,
      kind: digestKind,
      digests: Object.fromEntries(of),
    })),
    ...(engine && {
      builder: {
        driver: engine.driver,
        buildx: engine.buildx,
        ...(engine.buildkit !== undefined && { buildkit: engine.buildkit }),
        ...(frontend !== undefined && { frontend }),
      },
    }),
    ...(layers.length > 0 && { size: layers.reduce((sum, { size }) => sum + size, 0) }),
    layers,
    volatile: inputs.volatile.map(({ why, place }) => ({
      file: place.source.path,
      line: positionAt(place.source, place.span.start).line,
      why,
    })),
  };
}
