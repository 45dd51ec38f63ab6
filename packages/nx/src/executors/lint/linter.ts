import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { ChangedFile, LintOptions, LintOutcome } from '@dockwarden-internal/run';

/** What the executors and generators need of the product's run layer; tests hand in their own. */
export interface Linter {
  lint(options: LintOptions): Promise<LintOutcome>;
  /** The report in a format; undefined for a name that is none. */
  render(format: string, report: LintReport, view: View): string | undefined;
  /** What `dryRun` would change, without what these findings mask. The paths are to be printed as they are. */
  diff(changed: readonly ChangedFile[], findings: readonly Finding[], color: boolean): string;
}

export interface View {
  /** Absolute: what the report's paths start from. */
  readonly root: string;
  /** Absolute: what printed paths start from. */
  readonly cwd: string;
  /** Paths of the files that were looked at, as the report has them. */
  readonly files: readonly string[];
  readonly color: boolean;
}
