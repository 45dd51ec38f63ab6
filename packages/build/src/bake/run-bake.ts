import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { RunProgram } from '../model/program.ts';
import type { BakeFile } from './bake-file.ts';
import { type BakePass, bakePass } from './bake-pass.ts';
import type { BakeOutcome, TargetResult } from './bake-result.ts';
import { buildAgain } from './build-again.ts';
import { explainFailure, strikesAll } from './explain-failure.ts';
import { readFailureText } from './failure-text.ts';
import { isOutrun } from './follow-bake.ts';
import type { Verdict } from './judge-pass.ts';
import { loadArchives } from './load-archives.ts';
import { explainMissing, secondsIn, unexplained, verdictsOf } from './pass-results.ts';
import type { RunBakeOptions } from './run-bake-options.ts';

/**
 * Builds the images of a Bake file in one session. Where one fails, BuildKit cancels the others: those are built again, each by itself and
 * two at a time, so that one bad image does not spoil the rest; there are two passes at most. What is built stays built when the run is
 * interrupted, and nothing runs on. Exceptions are faults of this program; all else is in the outcome.
 */
export async function runBake(run: RunProgram, file: BakeFile, options: RunBakeOptions): Promise<BakeOutcome> {
  const images = [...file.names.keys()];
  if (images.length === 0) return { results: new Map(), diagnostics: [], interrupted: false, passes: 1 };
  const pass = await bakePass(run, file, images, options);
  const verdicts = new Map(verdictsOf(pass, images, file));
  const fault = verdicts.size > 0 ? faultForAll(pass) : undefined;
  const seconds = new Map(images.map((image) => [image, secondsIn(pass, file, image)]));
  let passes: 1 | 2 = 1;
  const cancelled = images.filter((image) => verdicts.get(image)!.status === 'cancelled');
  if (cancelled.length > 0 && !fault && !pass.result.failure) {
    // One image alone that was "cancelled" failed in a way that nothing explains; once more would say no more.
    if (images.length > 1 || isOutrun(pass.followed.text())) {
      passes = 2;
      options.onEvent?.({ kind: 'again', images: cancelled });
      const again = await buildAgain(run, file, cancelled, verdicts, options);
      for (const [image, { verdict, seconds: more }] of again) {
        verdicts.set(image, verdict);
        seconds.set(image, seconds.get(image)! + more);
      }
    } else {
      verdicts.set(images[0]!, { status: 'failed', error: unexplained(pass) });
    }
  }
  const loaded = await loadArchives(run, file, verdicts, options);
  const results = new Map<string, TargetResult>();
  for (const image of images) {
    const verdict = loaded.get(image) ?? verdicts.get(image)!;
    results.set(image, resultOf(verdict, seconds.get(image)!, pass, options.signal));
  }
  const interrupted = options.signal?.aborted === true;
  return { results, diagnostics: fault && !interrupted ? [fault] : [], interrupted, passes };
}

function faultForAll({ result, followed }: BakePass) {
  if (result.code === 0 || result.failure === 'interrupted') return undefined;
  if (result.failure === 'missing') return { ...explainMissing(result.stderr), exit: 3 as const };
  const boot = followed.bootFault();
  if (boot !== undefined) return builderDown(boot);
  const said = readFailureText(followed.text());
  const explained = said && explainFailure(said.message);
  return explained && strikesAll(explained) ? { ...explained, exit: 3 as const } : undefined;
}

function builderDown(why: string): Diagnostic {
  return {
    code: 'engine/builder-down',
    message: `The builder does not start, or does not answer: ${why.slice(0, 500)}`,
    hint: 'See "docker buildx inspect --bootstrap".',
    exit: 3,
  };
}

function resultOf(verdict: Verdict, seconds: number, pass: BakePass, signal: AbortSignal | undefined): TargetResult {
  if (verdict.status === 'built' || verdict.status === 'skipped') return { ...verdict, seconds };
  if (signal?.aborted) return { status: 'interrupted', seconds };
  if (verdict.status === 'failed') return { ...verdict, seconds };
  return { status: 'failed', error: unexplained(pass), seconds };
}
