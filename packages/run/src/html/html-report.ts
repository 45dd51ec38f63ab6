import { pathsFrom } from '@dockwarden-internal/report';
import { renderHtml } from '@dockwarden-internal/report/html/render-html';
import type { LintOutcome } from '../lint-outcome.ts';
import { type DetailsRequest, reportDetails } from './report-details.ts';

/** The HTML report of a run; its paths start from `cwd`. */
export async function htmlReport(
  outcome: Pick<LintOutcome, 'root' | 'files' | 'report' | 'changed'>,
  request: DetailsRequest & { readonly version: string },
): Promise<string> {
  const details = await reportDetails(outcome, request);
  return renderHtml(outcome.report, details, {
    version: request.version,
    pathOf: pathsFrom(outcome.root, request.cwd),
  });
}
