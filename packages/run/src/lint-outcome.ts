import type { Finding, LintReport } from '@dockwarden-internal/engine';

/** A run's end: what was found, what was changed, and the exit code of the command line's contract. */
export interface LintOutcome {
  readonly report: LintReport;
  /** Absolute path of the workspace root, or of the nearest root of the paths given. */
  readonly root: string;
  /** Paths of the files that were looked at, relative to `root` or absolute. */
  readonly files: readonly string[];
  /** Files that `fix` changed (or, with `dryRun`, would change), by path relative to `root`. */
  readonly changed: readonly ChangedFile[];
  /** Findings of the files as they were before `fix`; what they mask must not be printed of the old text either. */
  readonly before: readonly Finding[];
  readonly exitCode: 0 | 1 | 2 | 3;
}

export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}
