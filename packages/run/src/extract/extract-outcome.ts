import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { BuildOutcome, ImageFailure } from '../build/build-outcome.ts';

/** How a run of extractions ended. */
export interface ExtractOutcome {
  /** In the order of their names. */
  readonly images: readonly ExtractedImage[];
  /** What was built for them; absent where everything was there. */
  readonly built?: BuildOutcome;
  readonly diagnostics: readonly Diagnostic[];
  readonly notes: readonly string[];
  /** Absolute. */
  readonly root: string;
  readonly exitCode: BuildOutcome['exitCode'];
}

export interface ExtractedImage {
  readonly image: string;
  readonly project?: string;
  /** `present`: the folder is what the key made; `missing`: it would be extracted, in a dry run. */
  readonly status: 'present' | 'extracted' | 'missing' | 'failed';
  readonly key: string;
  /** Absolute. */
  readonly folder: string;
  readonly files?: number;
  /** Of all files. */
  readonly bytes?: number;
  readonly notes: readonly string[];
  /** Absent where `built` says why. */
  readonly failure?: ImageFailure;
}
