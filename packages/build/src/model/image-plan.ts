import type { HashedEntry } from './context-entry.ts';
import type { ContextInputs, ImageInputs, RemoteReference } from './image-inputs.ts';

/** The files of one context as they are on the disk. */
export interface ContextFiles {
  readonly inputs: ContextInputs;
  /** Sorted by the bytes of their paths. */
  readonly entries: readonly HashedEntry[];
  /** Large contexts and what was left out, in sentences. */
  readonly notes: readonly string[];
}

/** A remote reference with what it stands for in this run. */
export interface ResolvedReference {
  readonly reference: RemoteReference;
  /** Digest of the manifest for each wanted platform, or the engine's image id where it knows none. */
  readonly digests: ReadonlyMap<string, string>;
  /** Kind of these digests; they are never compared across kinds. */
  readonly digestKind: 'manifest' | 'index' | 'config';
  /** Where it was looked up. */
  readonly by: 'pinned' | 'registry' | 'engine';
  /** What the build is pinned to: `NAME@<pin>` is these digests for every platform. Absent where only the engine's image id is known. */
  readonly pin?: string;
}

/** All that an image is made from in this run, and the two digests that follow from it. */
export interface ImagePlan {
  readonly inputs: ImageInputs;
  readonly contexts: readonly ContextFiles[];
  readonly references: readonly ResolvedReference[];
  readonly stamp: Stamp;
  /** 64 hexadecimal digits over files, arguments, meaning, references, refresh and target. */
  readonly content: string;
  /** 64 hexadecimal digits over the content, labels, annotations, platforms and what the request asks for. */
  readonly key: string;
}

/** What git and the configuration say of an image. */
export interface Stamp {
  /** Commit, or undefined where the history does not reach. */
  readonly revision?: string;
  /** RFC 3339, UTC; absent where labels leave it out of the key (`created: build`). */
  readonly created?: string;
  /** Seconds since 1970 for SOURCE_DATE_EPOCH. */
  readonly epoch: number;
  /** True where an input differs from HEAD. */
  readonly dirty: boolean;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** Values for ARGs that the Dockerfile declares for them. */
  readonly args: ReadonlyMap<string, string>;
  /** Sentences: history too short, a date in the future. */
  readonly notes: readonly string[];
}
