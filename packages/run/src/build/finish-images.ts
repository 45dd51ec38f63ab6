import { type EngineState, metadataPath, type RunProgram, readMetadata } from '@dockwarden-internal/build';
import type { Finding } from '@dockwarden-internal/engine';
import type { BuiltData } from '@dockwarden-internal/facts';
import { beginOutcome } from './begin-outcome.ts';
import type { BuildOptions } from './build-options.ts';
import type { ImageOutcome } from './build-outcome.ts';
import { builtPolicies, checkBuilt } from './check-built.ts';
import { examine } from './examine-image.ts';
import { findPlanned, type Made } from './find-planned.ts';
import type { FoundImage } from './found-image.ts';
import type { BuildScene } from './open-build.ts';
import { tagAndNote } from './tag-and-note.ts';

export interface FinishRequest extends Omit<Made, 'previous'> {
  readonly scene: BuildScene;
  readonly engine?: EngineState | undefined;
  /** Why an image is affected, by its name. */
  readonly reasons: ReadonlyMap<string, readonly string[]>;
}

export interface FinishedImages {
  readonly outcomes: readonly ImageOutcome[];
  /** As engine or registry hold them, by name; without those that were written to files. */
  readonly found: ReadonlyMap<string, FoundImage>;
}

/** Looks at what was built or found, holds it to budget and policies, and only then gives it its tags and writes down what it is. */
export async function finishImages(
  run: RunProgram,
  request: FinishRequest,
  options: BuildOptions,
): Promise<FinishedImages> {
  const { scene, planned, answers, results, reasons, engine } = request;
  const { signal } = options;
  const { root } = scene.workspace.fs;
  const previous = new Map(
    planned.flatMap(({ image }) => {
      const metadata = readMetadata(metadataPath(root, image.name));
      return metadata ? [[image.name, metadata] as const] : [];
    }),
  );
  const { found, failures } = await findPlanned(run, { ...request, previous }, options);
  const check = await builtCheck(scene, options, found.size > 0);
  const outcomes: ImageOutcome[] = [];
  for (const each of planned) {
    const { name } = each.image;
    const [answer, result, there] = [answers.get(name), results.get(name), found.get(name)];
    const examined = there && (await examine(run, each.image, there, check, signal));
    const known = { answer, result, there, failure: failures.get(name), reasons: reasons.get(name) };
    const begun = beginOutcome(each, known, options);
    const failure = begun.failure ?? examined?.failure;
    const findings = examined?.findings ?? [];
    const sizeBefore = previous.get(name)?.size;
    let outcome: ImageOutcome = {
      ...begun,
      findings,
      ...(examined?.size !== undefined && { size: examined.size }),
      ...(sizeBefore !== undefined && { sizeBefore }),
      ...(failure && { failure, status: begun.failure ? begun.status : ('failed' as const) }),
    };
    if (there && !failure && !findings.some(isFailing) && !options.push && !options.dryRun)
      outcome = await tagAndNote(run, each, there, outcome, { root, answer, engine, signal });
    outcomes.push(outcome);
    options.onEvent?.({ kind: 'finished', image: name, status: outcome.status });
  }
  return { outcomes: outcomes.sort((a, b) => (a.image < b.image ? -1 : 1)), found };
}

/** The policies on built images, where there is one to hold to them. */
async function builtCheck(
  scene: BuildScene,
  options: BuildOptions,
  isAny: boolean,
): Promise<(data: BuiltData) => readonly Finding[]> {
  if (!isAny) return () => [];
  const policies = await builtPolicies(scene, options);
  const today = options.surroundings.now.toISOString().slice(0, 10);
  return (data) => (policies ? checkBuilt(scene, policies, [data], today) : []);
}

function isFailing({ severity, suppressed }: Finding): boolean {
  return severity === 'error' && !suppressed;
}
