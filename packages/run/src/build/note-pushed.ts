import { type EngineState, metadataPath, writeMetadata } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ImageOutcome } from './build-outcome.ts';
import type { FoundImage } from './found-image.ts';
import { metadataOf } from './metadata-of.ts';
import type { PlannedImage } from './planned-image.ts';

/** Writes down what images came to in their registry: the digest that it answered, which is what everything later goes by. */
export function notePushed(
  root: string,
  planned: ReadonlyMap<string, PlannedImage>,
  outcomes: readonly ImageOutcome[],
  found: ReadonlyMap<string, FoundImage>,
  engine: EngineState | undefined,
): Diagnostic[] {
  return outcomes.flatMap(({ image, status, where, digest, tags }) => {
    if ((status !== 'present' && status !== 'built') || digest === undefined) return [];
    const there = found.get(image);
    const kind = there?.inspected.digests.index === undefined ? 'manifest' : 'index';
    const metadata = metadataOf(planned.get(image)!, {
      from: status === 'built' ? 'built' : (where ?? 'registry'),
      digests: { ...there?.inspected.digests, [kind]: digest },
      tags,
      layers: there?.layers ?? [],
      ...(status === 'built' && engine && { engine }),
    });
    return writeMetadata(metadataPath(root, image), metadata) ?? [];
  });
}
