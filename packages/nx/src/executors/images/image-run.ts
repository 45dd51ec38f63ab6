import type { Builds } from './builds.ts';
import type { RawOptions } from './image-task.ts';

/** What tasks about images run in. */
export interface ImageRun {
  readonly workspaceRoot: string;
  readonly builds: Builds;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Options of the targets that build images, by project: what they say of an image holds in every task. */
  readonly optionsOf: ReadonlyMap<string, RawOptions>;
  /** What is seen while it goes on. */
  readonly say: (line: string) => void;
}
