import { type Diagnostic, parseReference } from '@dockwarden-internal/syntax';
import { KEY_LABEL } from '../labels/oci-keys.ts';
import type { RunProgram } from '../model/program.ts';
import { inspectImages } from './inspect-images.ts';
import { type InspectedImage, repoDigestFor } from './inspected-image.ts';
import { hasContent } from './label-names.ts';
import { contentTag, type Hit, keyTag, type LookUpOptions, type LookUpRequest, type Miss } from './look-up.ts';
import { normalPlatform } from './platform.ts';

export interface EngineAnswers {
  readonly answers: ReadonlyMap<string, Hit | Miss>;
  readonly diagnostic?: Diagnostic;
}

interface Candidate {
  readonly request: LookUpRequest;
  readonly reference: string;
  readonly by: 'key' | 'content';
  readonly image: InspectedImage;
}

export async function lookUpInEngine(
  run: RunProgram,
  requests: readonly LookUpRequest[],
  { signal }: LookUpOptions,
): Promise<EngineAnswers> {
  const answers = new Map<string, Hit | Miss>();
  if (requests.length === 0) return { answers };
  const { images, diagnostic } = await inspectImages(run, requests.flatMap(referencesOf), { signal });
  const candidates: Candidate[] = [];
  for (const request of requests) {
    answers.set(request.image, { found: false, why: 'absent' });
    for (const [index, reference] of referencesOf(request).entries()) {
      const image = images.get(reference);
      if (!image) continue;
      const by = index === 0 ? 'key' : 'content';
      if (!hasLabel(image, request, by)) {
        answers.set(request.image, { found: false, why: 'label differs' });
        continue;
      }
      candidates.push({ request, reference, by, image });
      break;
    }
  }
  const complete = await withPlatforms(run, candidates, signal);
  for (const candidate of candidates)
    answers.set(
      candidate.request.image,
      complete.has(candidate) ? hitOf(candidate) : { found: false, why: 'platform missing' },
    );
  return { answers, diagnostic };
}

function referencesOf({ repository, key, content }: LookUpRequest): string[] {
  const references = [`${repository}:${keyTag(key)}`];
  return content === undefined ? references : [...references, `${repository}:${contentTag(content)}`];
}

function hasLabel({ labels }: InspectedImage, { key, content }: LookUpRequest, by: 'key' | 'content'): boolean {
  return by === 'key' ? labels.get(KEY_LABEL) === key : hasContent(labels, content);
}

/** One platform is told with the image; for more, the engine is asked once per platform for all images that want it. */
async function withPlatforms(
  run: RunProgram,
  candidates: readonly Candidate[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<Candidate>> {
  const complete = new Set(candidates);
  const toAsk = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const wanted = [...new Set(candidate.request.platforms.map(normalPlatform))];
    if (wanted.length === 0 || (wanted.length === 1 && candidate.image.platform === wanted[0])) continue;
    if (candidate.image.digests.index === undefined) complete.delete(candidate);
    else for (const platform of wanted) toAsk.set(platform, [...(toAsk.get(platform) ?? []), candidate]);
  }
  await Promise.all(
    [...toAsk].map(async ([platform, asking]) => {
      const references = asking.map(({ reference }) => reference);
      const { images } = await inspectImages(run, references, { platform, signal });
      for (const candidate of asking) {
        const image = images.get(candidate.reference);
        if (!image || !hasLabel(image, candidate.request, candidate.by)) complete.delete(candidate);
      }
    }),
  );
  return complete;
}

function hitOf({ request, reference, by, image }: Candidate): Hit {
  const manifest = repoDigestFor(image, wholeName(request.repository));
  const known = image.digests.index === undefined && image.digests.manifest === undefined && manifest;
  const digests = known ? { ...image.digests, manifest } : image.digests;
  return { found: true, where: 'engine', by, reference, digests, id: image.id, labels: image.labels, inspected: image };
}

function wholeName(repository: string): string {
  const reference = parseReference(repository);
  return 'fault' in reference ? repository : reference.name;
}
