import { type Hit, type Miss, type TargetResult, topDigest } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import type { ImageFailure, ImageOutcome } from './build-outcome.ts';
import type { FoundImage } from './found-image.ts';
import { imageFailed } from './image-failed.ts';
import { missText } from './look-up-images.ts';
import type { PlannedImage } from './planned-image.ts';

/** What a run has learned of an image before it is held to anything. */
export interface KnownOfImage {
  readonly answer?: Hit | Miss | undefined;
  readonly result?: TargetResult | undefined;
  /** Why it is affected. */
  readonly reasons?: readonly string[] | undefined;
  /** As engine or registry hold it. */
  readonly there?: FoundImage | undefined;
  /** Why it could not be fetched or looked at. */
  readonly failure?: ImageFailure | undefined;
}

type How = Pick<BuildOptions, 'dryRun' | 'output'>;
type Begun = Omit<ImageOutcome, 'status'>;

const ofContent = 'found by its content: its labels are those of the build that made it';

/** What is known of an image before it is held to anything. */
export function beginOutcome({ image, plan, notes }: PlannedImage, known: KnownOfImage, how: How): ImageOutcome {
  const { answer, result, reasons = [] } = known;
  const begun: Begun = {
    image: image.name,
    ...(image.project !== undefined && { project: image.project }),
    key: plan.key,
    tags: [],
    tagged: [],
    reasons,
    notes: answer?.found && answer.by === 'content' ? [...notes, ofContent] : notes,
    findings: [],
    ...(result && result.status !== 'skipped' && { seconds: result.seconds }),
  };
  if (answer?.found) return ofHit(begun, answer, known, how);
  const missed = { ...begun, miss: answer ? missText[answer.why] : 'built anew, as asked' };
  if (how.dryRun) return { ...missed, status: 'missing' };
  return result
    ? ofResult(missed, result, image.dockerfile, known, how)
    : failing(missed, imageFailed('it was not built'));
}

function ofHit(begun: Begun, { where, digests }: Hit, { there, failure }: KnownOfImage, { dryRun }: How): ImageOutcome {
  if (failure) return failing(begun, failure);
  const digest = there?.digest ?? topDigest(digests);
  const present = { ...begun, where, ...(digest !== undefined && { digest }) };
  if (there || dryRun) return { ...present, status: 'present' };
  return failing(present, imageFailed('it is gone again from where it was found: run once more', 3));
}

function ofResult(
  missed: Begun,
  result: TargetResult,
  dockerfile: string,
  { there, failure }: KnownOfImage,
  { output }: How,
): ImageOutcome {
  switch (result.status) {
    case 'skipped': {
      const because = imageFailed(`${result.because}, on which it is built, failed`);
      return { ...missed, status: 'skipped', failure: because };
    }
    case 'interrupted':
      return { ...missed, status: 'skipped', failure: imageFailed('the run was interrupted', 130) };
    case 'failed': {
      const { message, hint, exit, dockerfileLine: line, lastLines } = result.error;
      const at = line === undefined ? {} : { at: `${dockerfile}:${line}` };
      return failing(missed, { message, lastLines, exit, ...(hint !== undefined && { hint }), ...at });
    }
    case 'built': {
      const digest = there?.digest ?? topDigest(result.digests) ?? result.digests.config;
      const built = { ...missed, ...(digest !== undefined && { digest }) };
      if (there || output !== undefined) return { ...built, status: 'built' };
      return failing(built, failure ?? imageFailed('it was built, and yet the engine does not have it', 3));
    }
  }
}

function failing(begun: Begun, failure: ImageFailure): ImageOutcome {
  return { ...begun, status: 'failed', failure };
}
