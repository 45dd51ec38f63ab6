import {
  contentTag,
  isDiagnostic,
  KEY_LABEL,
  keyTag,
  type Repository,
  type RunProgram,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import type { ImageOutcome } from './build-outcome.ts';
import type { FoundImage } from './found-image.ts';
import type { PlannedImage } from './planned-image.ts';
import { isProtectedRun } from './protected-ref.ts';
import { type Arrived, upload, writeTags, writeTrusted } from './push-to.ts';
import { withDigest } from './tag-and-note.ts';

export interface PushRequest {
  readonly planned: ReadonlyMap<string, PlannedImage>;
  readonly images: readonly ImageOutcome[];
  /** Where they are: in the engine, or in a registry already. */
  readonly found: ReadonlyMap<string, FoundImage>;
  readonly repository: Repository | Diagnostic;
}

/** An image that is in its registry, under no name that people use yet. */
interface Uploaded extends Arrived {
  readonly outcome: ImageOutcome;
}

/**
 * Brings images to their registry: the bytes of all of them first, then the tags that people use, and those only when every image of the
 * run is there. An interruption leaves no tag on half of what belongs together; the next run goes on where this one ended.
 */
export async function pushImages(
  run: RunProgram,
  request: PushRequest,
  options: BuildOptions,
): Promise<readonly ImageOutcome[]> {
  const { planned, images, found } = request;
  const uploads = new Map<string, Uploaded | ImageOutcome>();
  for (const outcome of images) {
    const there = found.get(outcome.image);
    const passes = (outcome.status === 'present' || outcome.status === 'built') && !isHeldBack(outcome);
    const each =
      passes && there ? await bring(run, planned.get(outcome.image)!, outcome, there, request, options) : outcome;
    uploads.set(outcome.image, each);
  }
  const isWhole = [...uploads.values()].every((each) => 'source' in each);
  const pushed: ImageOutcome[] = [];
  for (const [name, each] of uploads) {
    if (!('source' in each)) pushed.push(each);
    else if (!isWhole || options.signal?.aborted)
      pushed.push({
        ...each.outcome,
        digest: each.digest,
        notes: [...each.outcome.notes, 'not tagged: another image of this run is missing'],
      });
    else pushed.push(await nameIt(run, planned.get(name)!, each, options));
  }
  return pushed;
}

function isHeldBack({ findings }: ImageOutcome): boolean {
  return findings.some(({ severity, suppressed }) => severity === 'error' && !suppressed);
}

/**
 * Uploads by a tag that nobody deploys, or finds that the builder or an earlier run has done so. Only a run that nobody can steer from a branch
 * writes the tag that others believe, and only of what is fully known.
 */
async function bring(
  run: RunProgram,
  { image, plan, references }: PlannedImage,
  outcome: ImageOutcome,
  there: FoundImage,
  { repository }: PushRequest,
  { signal, surroundings }: BuildOptions,
): Promise<Uploaded | ImageOutcome> {
  const { request } = image;
  const { registry } = request.reuse;
  const stop = signal ? { signal } : {};
  const isFound = outcome.where === 'registry';
  if (isFound && there.source !== undefined) return { outcome, source: there.source, digest: there.digest };
  const isKnown = references.complete && !plan.stamp.dirty && there.inspected.labels.get(KEY_LABEL) === plan.key;
  const isTrusting = registry !== undefined && isKnown && isProtectedRun(image, repository, surroundings);
  const arrived =
    there.source === undefined
      ? await upload(run, there, request.repository, stop)
      : { source: there.source, digest: there.digest };
  if (isDiagnostic(arrived)) return failedOutcome(outcome, arrived);
  if (!isTrusting) return { outcome, ...arrived };
  const written = await writeTrusted(run, arrived, { tag: `${registry}:${keyTag(plan.key)}`, key: plan.key }, stop);
  if (isDiagnostic(written)) return failedOutcome(outcome, written);
  // Where one of the same content stands that cannot be changed, it serves as well.
  if (request.reuse.content) await writeTags(run, written, [`${registry}:${contentTag(plan.content)}`], stop);
  return { outcome, ...written };
}

async function nameIt(
  run: RunProgram,
  planned: PlannedImage,
  { outcome, source, digest }: Uploaded,
  { signal }: BuildOptions,
): Promise<ImageOutcome> {
  const tags = withDigest(planned, digest);
  if (tags.length === 0)
    return { ...outcome, digest, notes: [...outcome.notes, 'no tags are configured: it goes by its digest'] };
  const fault = await writeTags(run, { source, digest }, tags, signal ? { signal } : {});
  return fault ? failedOutcome({ ...outcome, digest }, fault) : { ...outcome, digest, tags, tagged: tags };
}

function failedOutcome(outcome: ImageOutcome, { message, hint, exit }: Diagnostic): ImageOutcome {
  return {
    ...outcome,
    status: 'failed',
    failure: { message, lastLines: [], exit, ...(hint !== undefined && { hint }) },
  };
}
