import type { ImageDigests } from '../docker/image-digests.ts';
import type { BakeFile } from './bake-file.ts';
import type { TargetError } from './bake-result.ts';
import { explainFailure } from './explain-failure.ts';
import { readFailureText } from './failure-text.ts';
import { type FollowedBake, isCancellation, type Step } from './follow-bake.ts';

/** What one pass was for one image. `cancelled`: nothing wrong with it was seen. */
export type Verdict =
  | { readonly status: 'built'; readonly digests: ImageDigests }
  | { readonly status: 'failed'; readonly error: TargetError }
  | { readonly status: 'skipped'; readonly because: string }
  | { readonly status: 'cancelled' };

export interface Pass {
  readonly succeeded: boolean;
  readonly followed: FollowedBake;
  /** Images that were asked for; the others in the bake are only linked to. */
  readonly asked: readonly string[];
  readonly file: Pick<BakeFile, 'definition' | 'names' | 'parents'>;
}

/**
 * Tells the failed images of a pass from those that their failure only cancelled. A step belongs to the parent whose step it is, although
 * buildx may name the child that is built on it; a child of a failed parent is skipped.
 */
export function judgePass({ succeeded, followed, asked, file }: Pass): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const said = succeeded ? undefined : readFailureText(followed.text());
  const nameOf = (image: string) => file.names.get(image)!;
  const failing = new Map<string, Step | undefined>();
  for (const image of asked) {
    if (succeeded || isExported(image)) {
      verdicts.set(image, { status: 'built', digests: followed.digests(nameOf(image)) });
      continue;
    }
    const step = failedStep(image);
    const named = said?.target === nameOf(image) || (said !== undefined && asked.length === 1);
    const isReal = said !== undefined && !isCancellation(said.message);
    if (step || (named && isReal)) failing.set(image, step);
  }
  const failed = new Set(failing.keys());
  for (const image of asked) {
    if (verdicts.has(image)) continue;
    const guilty = failing.has(image) ? parentWithStep(image, failing.get(image)) : parentAmong(image, failed);
    if (guilty !== undefined) verdicts.set(image, { status: 'skipped', because: guilty });
    else if (failing.has(image)) verdicts.set(image, { status: 'failed', error: errorOf(failing.get(image)) });
    else verdicts.set(image, { status: 'cancelled' });
  }
  blameParents();
  return verdicts;

  function isExported(image: string): boolean {
    const wanted = file.definition.target[nameOf(image)]!.output.filter(
      (each) => !each.includes('type=cacheonly'),
    ).length;
    const exporters = [...followed.target(nameOf(image)).steps.values()].filter(({ exports }) => exports);
    return wanted > 0 && exporters.length >= wanted && exporters.every(({ state }) => state === 'done');
  }

  /** A cache that cannot be imported is told as an error, and is none. */
  function failedStep(image: string): Step | undefined {
    const steps = [...followed.target(nameOf(image)).steps.values()];
    return steps.find(({ state, step }) => state === 'failed' && !step.startsWith('importing cache manifest'));
  }

  function ancestors(image: string): readonly string[] {
    const found = new Set<string>();
    const queue = [...(file.parents.get(image) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      queue.push(...(file.parents.get(next) ?? []));
    }
    return [...found];
  }

  function parentWithStep(image: string, step: Step | undefined): string | undefined {
    if (!step) return undefined;
    return ancestors(image).find((parent) => followed.target(nameOf(parent)).steps.has(step.digest));
  }

  function parentAmong(image: string, images: ReadonlySet<string>): string | undefined {
    return ancestors(image).find((parent) => images.has(parent));
  }

  /** Where only the child told the error: the parent has it, and all that are built on it are skipped. */
  function blameParents(): void {
    for (const [image, verdict] of [...verdicts]) {
      if (verdict.status !== 'skipped' || verdicts.get(verdict.because)?.status !== 'cancelled') continue;
      verdicts.set(verdict.because, { status: 'failed', error: errorOf(failing.get(image)) });
    }
    const broken = new Set([...verdicts].filter(([, { status }]) => status === 'failed').map(([image]) => image));
    for (const [image, { status }] of verdicts) {
      const because = status === 'cancelled' ? parentAmong(image, broken) : undefined;
      if (because !== undefined) verdicts.set(image, { status: 'skipped', because });
    }
  }

  function errorOf(step: Step | undefined): TargetError {
    // The message behind the progress has the line; it speaks of one failure, which may be another target's.
    const isSaid = said !== undefined && (step?.error === undefined || said.message.includes(step.error));
    const text = isSaid ? said.message : (step?.error ?? followed.text());
    return {
      ...explainFailure(text),
      ...(step && { step: step.step }),
      ...(isSaid && said.line !== undefined && { dockerfileLine: said.line }),
      lastLines: step ? [...followed.outputOf(step.digest)] : [],
    };
  }
}
