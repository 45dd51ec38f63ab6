import type { Diagnostic } from '@dockwarden-internal/syntax';
import type { FileChange } from '../setup/file-changes.ts';

/** One sentence about a line of a file. */
export interface Remark {
  /** From the root. */
  readonly path: string;
  /** 1-based; absent where the whole file is meant. */
  readonly line?: number;
  readonly text: string;
}

/** What moving over from another tool would change, and what it cannot. */
export interface MigrationPlan {
  readonly changes: readonly FileChange[];
  /** Files that nothing reads any more, and that are to go. */
  readonly removals: readonly string[];
  /** What is carried into another place or form that somebody should know of. */
  readonly carried: readonly Remark[];
  /** What the other tool was told and nothing here can be told, with the reason. */
  readonly left: readonly Remark[];
  /** Where else the other tool is called: CI, hooks, scripts. Nothing of it is changed. */
  readonly mentions: readonly Remark[];
  /** What is true of the whole. */
  readonly notes: readonly string[];
  /** What to do next, commands among it. */
  readonly next: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface MigrationRequest {
  readonly cwd: string;
  readonly dryRun: boolean;
}

export interface MigrationOutcome extends MigrationPlan {
  readonly root: string;
  /** Whether files were written or removed. */
  readonly written: boolean;
  /** 1: something is there already and says otherwise; nothing is written. */
  readonly exit: 0 | 1 | 2 | 3;
}

export const EMPTY_PLAN: MigrationPlan = {
  changes: [],
  removals: [],
  carried: [],
  left: [],
  mentions: [],
  notes: [],
  next: [],
  diagnostics: [],
};
