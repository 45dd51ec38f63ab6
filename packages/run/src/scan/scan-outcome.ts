import type { HeededIgnores, ScanFinding, ScannerName, ScanThreshold } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** How a run of scans ended. */
export interface ScanOutcome {
  /** Absolute. */
  readonly root: string;
  readonly scanners: readonly { readonly name: ScannerName; readonly version: string }[];
  /** Those that were asked for. */
  readonly images: readonly ScannedImage[];
  /** Joined, without what is ignored; images by name, then Dockerfiles, and in each the worst first. */
  readonly findings: readonly ScanFinding[];
  readonly ignored: HeededIgnores['ignored'];
  /** How many vulnerabilities without a fixed version were left out. */
  readonly unfixed: number;
  readonly failOn: ScanThreshold;
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences that are no fault: an ignore that has ended. */
  readonly notes: readonly string[];
  readonly exitCode: 0 | 1 | 2 | 3 | 130;
}

export interface ScannedImage {
  readonly name: string;
  /** From the root. */
  readonly dockerfile: string;
  /** What scanners of images were given; absent where there was none, or no build to be found. */
  readonly reference?: string;
}
