import type { LintReport } from '@dockwarden-internal/engine';
import type { LintOptions, LintOutcome } from '@dockwarden-internal/run';

/** What the executors and generators need of the product's run layer; tests hand in their own. */
export interface Linter {
  lint(options: LintOptions): Promise<LintOutcome>;
  /** The report in a format; undefined for a name that is none. Paths are given relative to `cwd`. */
  render(
    format: string,
    report: LintReport,
    paths: { readonly root: string; readonly cwd: string },
  ): string | undefined;
}
