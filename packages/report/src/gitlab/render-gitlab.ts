import { hash } from 'node:crypto';
import type { Finding, LintReport, Severity } from '@dockwarden-internal/engine';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Masks } from '../masks.ts';
import { masksOf } from '../masks.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import { oneLine } from '../text/visible.ts';
import type { CodeQualityIssue } from './code-quality.ts';
import { uniqueFingerprints } from './unique-fingerprints.ts';

const severityOf: Record<Severity, CodeQualityIssue['severity']> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
};

/**
 * A Code Quality report of GitLab, with a line feed at its end: findings that are not suppressed, then what could not be looked at.
 * `pathOf` must start from the repository's root, since GitLab lays the paths over the files of the repository.
 */
export function renderGitlab(report: LintReport, { pathOf }: Pick<RenderContext, 'pathOf'>): string {
  const masks = masksOf(report);
  const unique = uniqueFingerprints();
  const issues = [
    ...report.findings.filter(({ suppressed }) => !suppressed).map((finding) => issueOf(finding, masks, pathOf)),
    ...report.diagnostics.map((diagnostic) => problem(diagnostic, masks, pathOf)),
  ];
  const distinct = issues.map((issue) => ({ ...issue, fingerprint: unique(issue.fingerprint) }));
  return `${JSON.stringify(distinct, undefined, 2)}\n`;
}

function issueOf(finding: Finding, masks: Masks, pathOf: PathOf): CodeQualityIssue {
  return {
    description: oneLine(masks.messageOf(finding)),
    check_name: finding.id,
    fingerprint: finding.fingerprint,
    severity: severityOf[finding.severity],
    location: locationOf(finding.place, pathOf),
  };
}

function problem(diagnostic: Diagnostic, masks: Masks, pathOf: PathOf): CodeQualityIssue {
  const { code, place } = diagnostic;
  const { message, hint } = diagnosticText(diagnostic, masks);
  const path = pathOf(diagnostic.path ?? '.');
  return {
    description: oneLine(hint ? `${message} ${hint}` : message),
    check_name: code,
    fingerprint: hash('sha256', [code, place?.source.path ?? path, message].join('\0'), 'hex').slice(0, 32),
    severity: 'blocker',
    // GitLab takes no issue without a file and a line.
    location: place ? locationOf(place, pathOf) : { path, lines: { begin: 1 } },
  };
}

function locationOf(place: Place, pathOf: PathOf): CodeQualityIssue['location'] {
  return { path: pathOf(place.source.path), lines: { begin: rangeOf(place).start.line } };
}
