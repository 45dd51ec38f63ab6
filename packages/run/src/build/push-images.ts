import {
  isDiagnostic,
  keyTag,
  pushTag,
  type Repository,
  type RunProgram,
  retagInRegistry,
  tagImage,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import type { ImageOutcome } from './build-outcome.ts';
import { withDigest } from './finish-images.ts';
import type { PlannedImage } from './planned-image.ts';
import { isProtectedRun } from './protected-ref.ts';

export interface PushRequest {
  readonly planned: ReadonlyMap<string, PlannedImage>;
  readonly images: readonly ImageOutcome[];
  readonly repository: Repository | Diagnostic;
}

/** An image that is in its registry, under no name that people use yet. */
interface Uploaded {
  readonly outcome: ImageOutcome;
  /** `ghcr.io/acme/api@sha256:…`. */
  readonly source: string;
  readonly digest: string;
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
  const { planned, images } = request;
  const uploads = new Map<string, Uploaded | ImageOutcome>();
  for (const outcome of images) {
    const passes = (outcome.status === 'present' || outcome.status === 'built') && !isHeldBack(outcome);
    const each = passes ? await upload(run, planned.get(outcome.image)!, outcome, request, options) : outcome;
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

/** Uploads by the tag of the key, which nobody deploys, or finds that the builder or an earlier run has done so. */
async function upload(
  run: RunProgram,
  planned: PlannedImage,
  outcome: ImageOutcome,
  { repository }: PushRequest,
  { signal }: BuildOptions,
): Promise<Uploaded | ImageOutcome> {
  const { image, plan, references } = planned;
  const { request } = image;
  const stop = signal ? { signal } : {};
  if (outcome.where === 'registry' && outcome.digest !== undefined)
    return { outcome, source: `${request.reuse.registry}@${outcome.digest}`, digest: outcome.digest };
  const local = `${request.repository}:${keyTag(plan.key)}`;
  const isByDigest = outcome.status === 'built' && outcome.size === undefined;
  let digest = isByDigest ? outcome.digest : undefined;
  if (digest === undefined) {
    const pushed = await pushTag(run, local, stop);
    if (isDiagnostic(pushed)) return failedOutcome(outcome, pushed);
    digest = pushed.digest;
  }
  const source = `${request.repository}@${digest}`;
  const trusted = request.reuse.registry;
  // Only a run that nobody can steer from a branch may write what others believe, and only of what is fully known.
  if (trusted !== undefined && isProtectedRun(image, repository) && references.complete && !plan.stamp.dirty) {
    const fault = await writeTrusted(
      run,
      { source, local, trusted: `${trusted}:${keyTag(plan.key)}`, isByDigest },
      stop,
    );
    if (fault) return failedOutcome(outcome, fault);
  }
  return { outcome, source, digest };
}

interface TrustedTag {
  readonly source: string;
  readonly local: string;
  readonly trusted: string;
  readonly isByDigest: boolean;
}

async function writeTrusted(
  run: RunProgram,
  { source, local, trusted, isByDigest }: TrustedTag,
  stop: { readonly signal?: AbortSignal },
): Promise<Diagnostic | undefined> {
  if (trusted === local && !isByDigest) return undefined;
  if (isByDigest) {
    const copied = await retagInRegistry(run, source, [trusted], stop);
    return isDiagnostic(copied) ? copied : undefined;
  }
  const tagged = await tagImage(run, local, trusted, stop);
  if (tagged) return tagged;
  const pushed = await pushTag(run, trusted, stop);
  return isDiagnostic(pushed) ? pushed : undefined;
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
  const named = await retagInRegistry(run, source, tags, signal ? { signal } : {});
  return isDiagnostic(named)
    ? failedOutcome({ ...outcome, digest }, named)
    : { ...outcome, digest, tags, tagged: tags };
}

function failedOutcome(outcome: ImageOutcome, { message, hint, exit }: Diagnostic): ImageOutcome {
  return {
    ...outcome,
    status: 'failed',
    failure: { message, lastLines: [], exit, ...(hint !== undefined && { hint }) },
  };
}
