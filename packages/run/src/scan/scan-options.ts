import type { Image, RunProgram, ScannerName, ScanThreshold } from '@dockwarden-internal/build';
import type { Diagnostic } from '@dockwarden-internal/syntax';

/** What `dockwarden scan` and its task can be asked for; what is not said is the configuration's. */
export interface ScanOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Names of images; empty: all. */
  readonly images?: readonly string[];
  /** Names of projects whose images are meant. */
  readonly projects?: readonly string[];
  readonly config?: string;
  readonly scanners?: readonly ScannerName[];
  readonly failOn?: ScanThreshold;
  readonly ignoreUnfixed?: boolean;
  /** Seconds that one scan of one image may take. */
  readonly timeout?: number;
  readonly now: Date;
  readonly run?: RunProgram;
  /** Where an image's last build is; what that build wrote down unless said. */
  readonly referenceOf?: ReferenceOf;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Where the last build of an image is. */
export interface BuiltReference {
  readonly reference: string;
  readonly where: 'engine' | 'registry';
}

export type ReferenceOf = (image: Image, root: string) => Promise<BuiltReference | Diagnostic>;
