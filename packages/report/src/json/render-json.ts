import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Masks } from '../masks.ts';
import { masksOf } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import type { DiagnosticJson, FindingJson, LintJson } from './lint-json.ts';

/** The report as JSON, in the shape of `schema/lint-report.schema.json`, with a line feed at its end. */
export function renderJson(report: LintReport, { version, pathOf }: RenderContext): string {
  const masks = masksOf(report);
  const { files, error, warning, info, suppressed } = report.summary;
  const json: LintJson = {
    version: 1,
    tool: { name: 'dockwarden', version },
    findings: report.findings.map((finding) => findingJson(finding, masks, pathOf)),
    diagnostics: report.diagnostics.map((diagnostic) => diagnosticJson(diagnostic, masks, pathOf)),
    summary: { files, error, warning, info, suppressed },
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function findingJson(finding: Finding, masks: Masks, pathOf: PathOf): FindingJson {
  const { id, policy, severity, category, certain, aliases, also, docs, fingerprint, projects, suppressed } = finding;
  const located = (place: Place) => ({ file: pathOf(place.source.path), range: rangeOf(place) });
  const fix = printableFix(finding, masks);
  return {
    id,
    policy,
    severity,
    category,
    certain,
    message: masks.hideFor(finding, finding.message),
    aliases,
    also,
    docs,
    fingerprint,
    ...located(finding.place),
    projects,
    related: finding.related.map((related) => ({
      ...located(related.place),
      message: masks.hideFor(finding, related.message),
    })),
    fix: fix && {
      safety: fix.safety,
      edits: fix.edits.map(({ source, edit }) => ({ ...located({ source, span: edit.span }), text: edit.text })),
    },
    suppressed: suppressed && { ...suppressed, reason: masks.hideFor(finding, suppressed.reason) },
  };
}

function diagnosticJson(diagnostic: Diagnostic, masks: Masks, pathOf: PathOf): DiagnosticJson {
  const { code, place } = diagnostic;
  const path = place?.source.path ?? diagnostic.path;
  const { message, hint } = diagnosticText(diagnostic, masks);
  return {
    code,
    file: path === undefined ? null : pathOf(path),
    range: place ? rangeOf(place) : null,
    message,
    hint: hint ?? null,
  };
}
