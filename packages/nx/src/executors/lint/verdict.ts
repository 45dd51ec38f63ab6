import type { LintReport } from '@dockwarden-internal/engine';
import type { LintTaskOptions } from '../../options/lint-options.ts';

/** Whether a task's share of the report lets it pass: the rule of the command line, for one project. */
export function passes({ summary, diagnostics }: LintReport, options: LintTaskOptions): boolean {
  const { failOn = 'error', maxWarnings = Number.POSITIVE_INFINITY } = options;
  const counted = { error: ['error'], warning: ['error', 'warning'], info: ['error', 'warning', 'info'] } as const;
  const failing = counted[failOn].reduce((sum, severity) => sum + summary[severity], 0);
  return failing === 0 && summary.warning <= maxWarnings && diagnostics.length === 0;
}
