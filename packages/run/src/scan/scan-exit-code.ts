import { isAtLeast } from '@dockwarden-internal/build';
import type { ScanOutcome } from './scan-outcome.ts';

/** 130 where the run was interrupted; else 2 for what was asked or configured wrongly, over 3 for what is wanting, over 1 for findings. */
export function scanExitCode({
  diagnostics,
  findings,
  failOn,
}: Pick<ScanOutcome, 'diagnostics' | 'findings' | 'failOn'>): ScanOutcome['exitCode'] {
  if (diagnostics.some(({ code }) => code === 'scan/interrupted')) return 130;
  if (diagnostics.some(({ exit }) => exit === 2)) return 2;
  if (diagnostics.length > 0) return 3;
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}
