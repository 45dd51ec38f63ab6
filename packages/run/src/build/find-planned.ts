import type { Hit, ImageMetadata, Miss, RunProgram, TargetResult } from '@dockwarden-internal/build';
import type { BuildOptions } from './build-options.ts';
import type { ImageFailure } from './build-outcome.ts';
import { type FoundImage, findInEngine } from './found-image.ts';
import { findInRegistry } from './found-in-registry.ts';
import { imageFailed } from './image-failed.ts';
import type { PlannedImage } from './planned-image.ts';
import { pullHits } from './pull-hits.ts';
import { registryReasons } from './registry-reasons.ts';

/** How a run has come by its images, by name. */
export interface Made {
  readonly planned: readonly PlannedImage[];
  readonly answers: ReadonlyMap<string, Hit | Miss>;
  readonly results: ReadonlyMap<string, TargetResult>;
  /** What the engine runs on; undefined where none can be reached. */
  readonly platform: string | undefined;
  readonly previous: ReadonlyMap<string, ImageMetadata>;
}

export interface FoundPlanned {
  /** As engine or registry hold them. */
  readonly found: ReadonlyMap<string, FoundImage>;
  /** Why an image could not be fetched, or not be looked at, without which nothing says that it is there. */
  readonly failures: ReadonlyMap<string, ImageFailure>;
}

/** Finds images that were built or found before where they are: in the engine, into which hits are pulled, or for a push in their registry. */
export async function findPlanned(run: RunProgram, made: Made, options: BuildOptions): Promise<FoundPlanned> {
  const { planned, answers, results, platform, previous } = made;
  const { push, dryRun, output, signal } = options;
  const pulled = push || dryRun ? new Map<string, ImageFailure>() : await pullHits(run, planned, answers, options);
  const isInEngine = ({ image }: PlannedImage) => {
    const answer = answers.get(image.name);
    const isHit = answer?.found === true && (answer.where === 'engine' || !push);
    return isHit || (results.get(image.name)?.status === 'built' && !output);
  };
  const inEngine = await findInEngine(run, planned.filter(isInEngine), { answers, previous }, signal);
  const away = planned.filter(({ image }) => push && !dryRun && !inEngine.has(image.name));
  const inRegistry = await findInRegistry(run, away, { answers, results, platform }, signal);
  const unseen = [...inRegistry.unseen].map(([name, why]) => {
    const message = `it cannot be looked at in its registry: ${registryReasons[why]}`;
    return [name, imageFailed(message, 3)] as const;
  });
  return {
    found: new Map([...inEngine, ...inRegistry.found]),
    failures: new Map([...unseen, ...pulled]),
  };
}
