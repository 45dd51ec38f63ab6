import type { Finding } from '@dockwarden-internal/engine';
import type { ChangedFile, LintOptions, LintOutcome } from '@dockwarden-internal/run';

/** What the executors and generators need of the product's run layer; tests hand in their own. */
export interface Linter {
  lint(options: LintOptions): Promise<LintOutcome>;
  /** The report in a format; undefined for a name that is none. */
  render(format: string, outcome: Rendered, view: View): Promise<string | undefined>;
  /** What `dryRun` would change, without what these findings mask. The paths are to be printed as they are. */
  diff(changed: readonly ChangedFile[], findings: readonly Finding[], color: boolean): string;
}

export interface View {
  /** Absolute: what printed paths start from. */
  readonly cwd: string;
  readonly color: boolean;
  /** Configuration instead of the workspace's. */
  readonly config?: string;
}

/** What a report is made of; paths start from `root`, which is absolute. */
export type Rendered = Pick<LintOutcome, 'report' | 'root' | 'files' | 'changed'>;
