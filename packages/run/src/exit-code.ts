import type { LintReport, Severity } from '@dockwarden-internal/engine';
import { failureExit } from './failure-exit.ts';
import type { LintOptions } from './lint-options.ts';

const order: readonly Severity[] = ['info', 'warning', 'error'];

/** 2 for what the user asked or configured wrongly, over 3 for what the surroundings lack, over 1 for findings. */
export function exitCode(
  { diagnostics, summary }: Pick<LintReport, 'diagnostics' | 'summary'>,
  { failOn = 'error', maxWarnings }: Pick<LintOptions, 'failOn' | 'maxWarnings'>,
): 0 | 1 | 2 | 3 {
  if (diagnostics.length > 0) return failureExit(diagnostics);
  const failing = order.slice(order.indexOf(failOn)).some((severity) => summary[severity] > 0);
  return failing || (maxWarnings !== undefined && summary.warning > maxWarnings) ? 1 : 0;
}
