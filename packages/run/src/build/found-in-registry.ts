import {
  type Hit,
  type InspectedImage,
  inspectInRegistry,
  type Miss,
  type RegistryFailure,
  type RegistryImage,
  type RunProgram,
  type TargetResult,
  topDigest,
} from '@dockwarden-internal/build';
import { eachBounded } from '@dockwarden-internal/build/docker/bounded';
import { REGISTRY_PARALLEL } from '@dockwarden-internal/build/docker/limits';
import type { FoundImage } from './found-image.ts';
import type { PlannedImage } from './planned-image.ts';

export interface InRegistry {
  readonly found: ReadonlyMap<string, FoundImage>;
  /** Why an image that should be there cannot be looked at. */
  readonly unseen: ReadonlyMap<string, RegistryFailure>;
}

/**
 * Looks at images that a push finds in the trusted registry, or that a builder of its own has put into theirs: no tag has been moved yet, and
 * they are checked as those of the engine are.
 */
export async function findInRegistry(
  run: RunProgram,
  images: readonly PlannedImage[],
  known: {
    readonly answers: ReadonlyMap<string, Hit | Miss>;
    readonly results: ReadonlyMap<string, TargetResult>;
    readonly platform: string | undefined;
  },
  signal?: AbortSignal,
): Promise<InRegistry> {
  const found = new Map<string, FoundImage>();
  const unseen = new Map<string, RegistryFailure>();
  await eachBounded(images, REGISTRY_PARALLEL, async ({ image }) => {
    const source = sourceOf(image, known.answers.get(image.name), known.results.get(image.name));
    if (source === undefined) return;
    const shown = await inspectInRegistry(run, source, signal ? { signal } : {});
    const inspected = typeof shown === 'string' ? undefined : inspectedAs(shown, known.platform);
    if (inspected) found.set(image.name, { inspected, layers: [], digest: inspected.id, source });
    else unseen.set(image.name, typeof shown === 'string' ? shown : 'absent');
  });
  return { found, unseen };
}

function sourceOf(
  { request }: PlannedImage['image'],
  answer: Hit | Miss | undefined,
  result: TargetResult | undefined,
): string | undefined {
  if (answer?.found) return answer.where === 'registry' ? answer.reference : undefined;
  const digest = result?.status === 'built' ? topDigest(result.digests) : undefined;
  return digest === undefined ? undefined : `${request.repository}@${digest}`;
}

/** Of several platforms the engine's own is looked at, as the engine does, else the first. */
function inspectedAs({ kind, digest, platforms }: RegistryImage, own: string | undefined): InspectedImage | undefined {
  const [platform, shown] = [...platforms].find(([name]) => name === own) ?? [...platforms][0] ?? [];
  if (!shown) return undefined;
  return {
    id: digest,
    digests: { manifest: shown.manifest, ...(kind === 'index' && { index: digest }) },
    repoDigests: [],
    repoTags: [],
    labels: shown.labels,
    ...(platform !== undefined && { platform }),
    config: shown.config,
    layers: [],
  };
}
