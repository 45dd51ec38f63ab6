import type { Serving } from '../../detect/serving.ts';
import type { GoLayout } from './layout.ts';

/** What is known of a Go app. */
export interface GoApp {
  readonly layout: GoLayout;
  readonly version: string;
  /** Folder of its package main, from the workspace's root. */
  readonly main: string;
  /** Whether a C compiler takes part, so that the program needs a C library. */
  readonly cgo: boolean;
  readonly tested: boolean;
  readonly serving: Serving;
  readonly notes: readonly string[];
}
