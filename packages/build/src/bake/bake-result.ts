import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { ImageDigests } from '../docker/image-digests.ts';

/** What became of every image of a bake. */
export interface BakeOutcome {
  /** By name of the image; none is missing. */
  readonly results: ReadonlyMap<string, TargetResult>;
  /** What stood in the way of all of them: no engine, no builder, no room on the disk. */
  readonly diagnostics: readonly Diagnostic[];
  readonly interrupted: boolean;
  /** 1, or 2 where images that were cancelled were built again. */
  readonly passes: 1 | 2;
}

export type TargetResult =
  | { readonly status: 'built'; readonly digests: ImageDigests; readonly seconds: number }
  | { readonly status: 'failed'; readonly error: TargetError; readonly seconds: number }
  /** Not tried, since the image that it is built on failed. */
  | { readonly status: 'skipped'; readonly because: string; readonly seconds: number }
  | { readonly status: 'interrupted'; readonly seconds: number };

export interface TargetError {
  /** Of the kind of failure: `build/step-failed`, `registry/refuses`. */
  readonly code: string;
  /** One sentence. */
  readonly message: string;
  readonly hint?: string;
  /** 1: the build itself; 2: configuration; 3: the surroundings. */
  readonly exit: 1 | 2 | 3;
  /** The step that failed, as BuildKit names it. */
  readonly step?: string;
  /** Line of the Dockerfile, from 1, where BuildKit told it. */
  readonly dockerfileLine?: number;
  /** The failed step's output, of a long one its beginning and its end, values of secret-like arguments masked. */
  readonly lastLines: readonly string[];
}
