import type { BakeEvent } from './bake-event.ts';

export interface RunBakeOptions {
  /** A folder of this run, absolute and there: what is written into it goes again. */
  readonly folder: string;
  /** Folders that the build may read, absolute. */
  readonly allowRead: readonly string[];
  readonly builder?: string;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: BakeEvent) => void;
  /** Milliseconds for one bake; two hours unless said. */
  readonly timeout?: number;
  /** Takes values of secrets out of all that is told: `maskOf(targets)`. */
  readonly mask: (text: string) => string;
}
