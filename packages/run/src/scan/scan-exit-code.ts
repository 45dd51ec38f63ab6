import { isAtLeast } from '@dockwarden-internal/build';
import { failureExit } from '../failure-exit.ts';
import type { ScanOutcome } from './scan-outcome.ts';

/** 130 where the run was interrupted; else 2 for what was asked or configured wrongly, over 3 for what is wanting, over 1 for findings. */
export function scanExitCode({
  diagnostics,
  findings,
  failOn,
}: Pick<ScanOutcome, 'diagnostics' | 'findings' | 'failOn'>): ScanOutcome['exitCode'] {
  if (diagnostics.some(({ code }) => code === 'scan/interrupted')) return 130;
  if (diagnostics.length > 0) return failureExit(diagnostics);
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}
