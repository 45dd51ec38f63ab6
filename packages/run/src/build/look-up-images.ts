import {
  type Hit,
  type LookUpRequest,
  lookUp,
  type Miss,
  type MissReason,
  type RunProgram,
} from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOptions } from './build-options.ts';
import type { PlannedImage } from './planned-image.ts';

/** What is said of an image that was not found. */
export const missText: Readonly<Record<MissReason, string>> = {
  'not asked': 'nothing that is there counts in this run',
  absent: 'not there',
  'registry not asked': 'the registry does not answer',
  'registry refuses': 'the registry refuses to say',
  'platform missing': 'not there for every platform',
  'label differs': 'an image of that name was made by something else',
};

export interface LookedUp {
  readonly answers: ReadonlyMap<string, Hit | Miss>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks for images with the keys of this run. What the engine holds does not count where CI pushes, unless the configuration says so: anybody
 * who builds on the machine could have put it there. No lookup answers a run that is to build anew.
 */
export async function lookUpImages(
  run: RunProgram,
  planned: ReadonlyMap<string, PlannedImage>,
  options: BuildOptions,
): Promise<LookedUp> {
  const { push, force, refresh, lookup, output, requireLookup, surroundings, signal } = options;
  // A file is written by a build alone; what is in the engine does not put it there.
  if (force || refresh || output || lookup === false) return { answers: new Map(), diagnostics: [] };
  const requests = [...planned.values()].map(({ image, plan, references }): LookUpRequest => {
    const { platforms, repository, reuse, provenance, sbom, reproducible } = image.request;
    // The content says nothing of what is attached to an image, or of how its bytes were made.
    const byContent = reuse.content && provenance !== 'max' && !sbom && !reproducible;
    return {
      image: image.name,
      key: plan.key,
      ...(byContent && { content: plan.content }),
      repository,
      platforms,
      // What is not fully known is no reason to believe anybody else's image.
      ...(reuse.registry !== undefined && references.complete && { registry: reuse.registry }),
      engine: !(push && surroundings.ci) || reuse.engine,
    };
  });
  const { images, diagnostics } = await lookUp(run, requests, signal ? { signal } : {});
  return { answers: images, diagnostics: [...diagnostics, ...(requireLookup ? notAnswered(images) : [])] };
}

function notAnswered(answers: ReadonlyMap<string, Hit | Miss>): Diagnostic[] {
  return [...answers].flatMap(([image, answer]) =>
    !answer.found && (answer.why === 'registry not asked' || answer.why === 'registry refuses')
      ? [
          {
            code: 'registry/no-answer',
            message: `${image}: ${missText[answer.why]}`,
            hint: 'Run again, or leave --require-lookup out and build.',
            exit: 3 as const,
          },
        ]
      : [],
  );
}
