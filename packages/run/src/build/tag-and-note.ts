import {
  type EngineState,
  type Hit,
  type Miss,
  metadataPath,
  type RunProgram,
  tagImage,
  wholeTag,
  writeMetadata,
} from '@dockwarden-internal/build';
import type { ImageOutcome } from './build-outcome.ts';
import type { FoundImage } from './found-image.ts';
import { imageFailed } from './image-failed.ts';
import { metadataOf } from './metadata-of.ts';
import type { PlannedImage } from './planned-image.ts';

export interface Tagging {
  readonly root: string;
  readonly answer?: Hit | Miss | undefined;
  readonly engine?: EngineState | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Points the tags of an image to it, those that do not already, and writes down what it is. */
export async function tagAndNote(
  run: RunProgram,
  planned: PlannedImage,
  { inspected, layers, digest }: FoundImage,
  outcome: ImageOutcome,
  { root, answer, engine, signal }: Tagging,
): Promise<ImageOutcome> {
  const tags = withDigest(planned, digest);
  const has = new Set(inspected.repoTags.map(wholeTag));
  const tagged = tags.filter((tag) => !has.has(wholeTag(tag)));
  for (const tag of tagged) {
    const fault = await tagImage(run, inspected.id, tag, signal ? { signal } : {});
    if (!fault) continue;
    const failure = { ...imageFailed(fault.message, fault.exit), ...(fault.hint && { hint: fault.hint }) };
    return { ...outcome, status: 'failed', failure };
  }
  const metadata = metadataOf(planned, {
    from: answer?.found ? answer.where : 'built',
    digests: inspected.digests,
    tags,
    layers,
    ...(!answer?.found && engine && { engine }),
  });
  const fault = writeMetadata(metadataPath(root, planned.image.name), metadata);
  if (!fault) return { ...outcome, tags, tagged };
  return { ...outcome, tags, tagged, status: 'failed', failure: imageFailed(fault.message, fault.exit) };
}

/** The tags, those that name the digest among them. */
export function withDigest({ tags, image }: PlannedImage, digest: string): readonly string[] {
  const hex = digest.replace(/^[^:]*:/, '');
  const later = tags.afterBuild.map((template) =>
    template.replace(/\{digest(?::(\d+))?\}/g, (_, length: string | undefined) => hex.slice(0, Number(length ?? 64))),
  );
  return [...tags.references, ...later.map((tag) => `${image.request.repository}:${tag}`)];
}
