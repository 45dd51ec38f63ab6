import type { BuildOutcome } from './build-outcome.ts';

/** 130 where the run was interrupted; else 2 for what was asked wrongly, over 3 for what the surroundings lack, over 1 for what failed. */
export function exitOfBuild(
  { images, diagnostics }: Pick<BuildOutcome, 'images' | 'diagnostics'>,
  signal: AbortSignal | undefined,
): BuildOutcome['exitCode'] {
  if (signal?.aborted) return 130;
  const exits = new Set<number>([
    ...diagnostics.map(({ exit }) => exit),
    ...images.flatMap(({ failure }) => (failure ? [failure.exit] : [])),
    ...(images.some(({ findings }) => findings.some(({ severity, suppressed }) => severity === 'error' && !suppressed))
      ? [1]
      : []),
  ]);
  return ([2, 3, 1] as const).find((exit) => exits.has(exit)) ?? 0;
}
