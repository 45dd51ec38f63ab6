import { exactPathsFrom } from '@dockwarden-internal/report';
import { printScan, type ScanPrinting } from './print-scan.ts';
import { scanJson } from './scan-json.ts';
import type { ScanOutcome } from './scan-outcome.ts';
import { scanSarif } from './scan-sarif.ts';

const SCAN_FORMATS = ['pretty', 'json', 'sarif'] as const;

export type ScanFormat = (typeof SCAN_FORMATS)[number];

export interface ScanRendering extends ScanPrinting {
  readonly version: string;
}

/** A scan in one of its formats. Paths are relative to where one is, in SARIF to the workspace's root. */
export function renderScan(format: ScanFormat, outcome: ScanOutcome, rendering: ScanRendering): string {
  const { version, cwd } = rendering;
  const { root } = outcome;
  if (format === 'json') return scanJson(outcome, { version, pathOf: exactPathsFrom(root, cwd) });
  if (format === 'sarif') return scanSarif(outcome, { version, pathOf: exactPathsFrom(root, root), root });
  return printScan(outcome, rendering);
}
