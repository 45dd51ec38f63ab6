import { hash } from 'node:crypto';
import type { LintReport } from '@dockwarden-internal/engine';
import { severityCounts } from '../markdown/headline.ts';
import type { RenderContext } from '../render-context.ts';
import page from './page.generated.json' with { type: 'json' };
import { pageDataOf } from './page-data-of.ts';
import type { ReportDetails } from './report-details.ts';

/**
 * The report as one HTML file that needs nothing else. What comes from files is data that the page's script reads and sets as text; by
 * its own policy the page runs that script and no other, and loads nothing (W3C Content Security Policy Level 3).
 */
export function renderHtml(report: LintReport, details: ReportDetails, context: RenderContext): string {
  const data = JSON.stringify(pageDataOf(report, details, context));
  const found = severityCounts(report.summary);
  const policy = [
    `default-src 'none'`,
    `script-src '${digestOf(page.script)}'`,
    `style-src '${digestOf(page.style)}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Dockwarden: ${found.length > 0 ? found.join(', ') : 'nothing to report'}</title>
<style>${page.style}</style>
</head>
<body>
<noscript>This report is drawn by the script that it contains. Allow scripts for this file to read it.</noscript>
<main id="page"></main>
<script type="application/json" id="data">${withoutMarkup(data)}</script>
<script>${page.script}</script>
</body>
</html>
`;
}

/** JSON that no parser of HTML takes for the end of its element, or for a comment (HTML Standard, "Restrictions for contents of script elements"). */
function withoutMarkup(json: string): string {
  return json.replace(/</g, '\\u003c').replace(/>/g, '\\u003e');
}

function digestOf(text: string): string {
  return `sha256-${hash('sha256', text, 'base64')}`;
}
