import { type Hit, keyTag, type Miss, pullImage, type RunProgram, tagImage } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import type { ImageFailure } from './build-outcome.ts';
import type { PlannedImage } from './planned-image.ts';

/**
 * Brings images that were found in the registry into the engine, by the digest that was verified: success means that the image is there.
 * Returns those that could not be brought.
 */
export async function pullHits(
  run: RunProgram,
  planned: readonly PlannedImage[],
  answers: ReadonlyMap<string, Hit | Miss>,
  { signal }: Pick<BuildOptions, 'signal'>,
): Promise<Map<string, ImageFailure>> {
  const failures = new Map<string, ImageFailure>();
  for (const { image, plan } of planned) {
    const answer = answers.get(image.name);
    if (!answer?.found || answer.where !== 'registry') continue;
    const options = signal ? { signal } : {};
    const fault =
      (await pullImage(run, answer.reference, options)) ??
      (await tagImage(run, answer.reference, `${image.request.repository}:${keyTag(plan.key)}`, options));
    if (fault)
      failures.set(image.name, {
        message: fault.message,
        lastLines: [],
        exit: fault.exit,
        ...(fault.hint && { hint: fault.hint }),
      });
  }
  return failures;
}
