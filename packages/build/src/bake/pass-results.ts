import type { BakeFile } from './bake-file.ts';
import type { BakePass } from './bake-pass.ts';
import type { TargetError } from './bake-result.ts';
import { explainFailure } from './explain-failure.ts';
import { readFailureText } from './failure-text.ts';
import { judgePass, type Verdict } from './judge-pass.ts';
import { withMetadata } from './metadata-digests.ts';

export function verdictsOf(pass: BakePass, asked: readonly string[], file: BakeFile): ReadonlyMap<string, Verdict> {
  const { result, followed, metadata } = pass;
  const verdicts = judgePass({ succeeded: result.code === 0, followed, asked, file });
  return withMetadata(verdicts, metadata, file);
}

export function explainMissing(stderr: string) {
  const hint = 'Install Docker and see that it is on the PATH.';
  return { code: 'engine/no-docker', message: `The program docker cannot be started: ${stderr}`, hint };
}

/** A step that another build had begun comes with the time of that beginning: no image took longer than the pass. */
export function secondsIn({ followed, seconds }: BakePass, file: BakeFile, image: string): number {
  const { started, ended } = followed.target(file.names.get(image)!);
  return started === undefined || ended === undefined ? 0 : Math.min(seconds, Math.max(0, ended - started) / 1000);
}

/** Of an image that is not built, and of which no step said why. */
export function unexplained({ result, followed }: BakePass): TargetError {
  if (result.failure === 'timeout') {
    const message = 'The build took longer than it may, and was ended.';
    return { code: 'build/too-long', message, exit: 1, lastLines: [] };
  }
  if (result.failure === 'missing') return { ...explainMissing(result.stderr), exit: 3, lastLines: [] };
  const said = readFailureText(followed.text());
  return { ...explainFailure(said?.message ?? followed.text()), lastLines: [] };
}
