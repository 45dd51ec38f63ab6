import { worstExit } from '../worst-exit.ts';
import type { BuildOutcome } from './build-outcome.ts';

/** 130 where the run was interrupted. */
export function exitOfBuild(
  { images, diagnostics }: Pick<BuildOutcome, 'images' | 'diagnostics'>,
  signal: AbortSignal | undefined,
): BuildOutcome['exitCode'] {
  if (signal?.aborted) return 130;
  const findings = images.flatMap((image) => image.findings);
  const fails = findings.some(({ severity, suppressed }) => severity === 'error' && !suppressed);
  return worstExit([
    ...diagnostics.map(({ exit }) => exit),
    ...images.flatMap(({ failure }) => failure?.exit ?? []),
    fails ? 1 : 0,
  ]);
}
