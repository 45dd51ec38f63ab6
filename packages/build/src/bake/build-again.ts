import type { RunProgram } from '../model/program.ts';
import type { BakeFile } from './bake-file.ts';
import { bakePass } from './bake-pass.ts';
import type { Verdict } from './judge-pass.ts';
import { secondsIn, unexplained, verdictsOf } from './pass-results.ts';
import type { RunBakeOptions } from './run-bake-options.ts';

/** Builds at the same time: each has steps of its own in parallel. */
const PARALLEL = 2;

export interface BuiltAgain {
  readonly verdict: Verdict;
  readonly seconds: number;
}

/** Builds each image by itself, once, those that it is built on before it: a child of one that fails is not tried. */
export async function buildAgain(
  run: RunProgram,
  file: BakeFile,
  images: readonly string[],
  earlier: ReadonlyMap<string, Verdict>,
  options: RunBakeOptions,
): Promise<ReadonlyMap<string, BuiltAgain>> {
  const results = new Map<string, BuiltAgain>();
  const waiting = new Set(images);
  const running = new Map<string, Promise<void>>();
  while (waiting.size + running.size > 0) {
    for (const image of [...waiting]) {
      if (running.size >= PARALLEL) break;
      const parents = file.parents.get(image) ?? [];
      const broken = parents.find((parent) => isBroken(results.get(parent)?.verdict ?? earlier.get(parent)));
      if (broken !== undefined) {
        results.set(image, { verdict: { status: 'skipped', because: broken }, seconds: 0 });
      } else if (parents.some((parent) => waiting.has(parent) || running.has(parent))) {
        continue;
      } else {
        const done = build(image).then((result) => {
          results.set(image, result);
          running.delete(image);
        });
        running.set(image, done);
      }
      waiting.delete(image);
    }
    if (running.size > 0) await Promise.race(running.values());
  }
  return results;

  async function build(image: string): Promise<BuiltAgain> {
    const pass = await bakePass(run, file, [image], options);
    const verdict = verdictsOf(pass, [image], file).get(image)!;
    const seconds = secondsIn(pass, file, image);
    if (verdict.status !== 'cancelled' || options.signal?.aborted) return { verdict, seconds };
    return { verdict: { status: 'failed', error: unexplained(pass) }, seconds };
  }
}

function isBroken(verdict: Verdict | undefined): boolean {
  // Skipped and failed are; one that was cancelled is built again first.
  return verdict?.status === 'failed' || verdict?.status === 'skipped';
}
