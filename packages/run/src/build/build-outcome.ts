import type { Finding } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ImageStatus } from './build-options.ts';

/** How a run of builds ended. */
export interface BuildOutcome {
  /** In the order of their names. */
  readonly images: readonly ImageOutcome[];
  readonly diagnostics: readonly Diagnostic[];
  /** Sentences that are no fault: a registry that was not asked, a clamped date. */
  readonly notes: readonly string[];
  /** Absolute. */
  readonly root: string;
  /** The Bake file of a dry run, values that may be secrets left out. */
  readonly bake?: object;
  readonly exitCode: 0 | 1 | 2 | 3 | 130;
}

export interface ImageOutcome {
  readonly image: string;
  readonly project?: string;
  /** `missing`: to be built, in a dry run. */
  readonly status: ImageStatus;
  readonly key: string;
  /** Digest of the manifest where one is known, else the image's id. */
  readonly digest?: string;
  /** Where it was found. */
  readonly where?: 'engine' | 'registry';
  readonly tags: readonly string[];
  /** Those of its tags that this run pointed to it; the others did already. */
  readonly tagged: readonly string[];
  /** Bytes, unpacked. */
  readonly size?: number;
  /** Bytes of the build before this one. */
  readonly sizeBefore?: number;
  readonly seconds?: number;
  /** Why it was not found: `not in the engine`. */
  readonly miss?: string;
  /** Which changed files make it affected, where that was asked. */
  readonly reasons: readonly string[];
  readonly notes: readonly string[];
  /** Of the policies on built images. */
  readonly findings: readonly Finding[];
  readonly failure?: ImageFailure;
}

export interface ImageFailure {
  readonly message: string;
  readonly hint?: string;
  /** Of the instruction that failed: `apps/api/Dockerfile:12`. */
  readonly at?: string;
  /** What the step that failed printed; of a long output its beginning and its end. */
  readonly lastLines: readonly string[];
  readonly exit: 1 | 2 | 3 | 130;
}
