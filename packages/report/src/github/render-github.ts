import type { Finding, LintReport, Severity } from '@dockwarden-internal/engine';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Masks } from '../masks.ts';
import { masksOf } from '../masks.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import type { CommandProperties } from './workflow-command.ts';
import { workflowCommand } from './workflow-command.ts';

const commandOf: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Annotations of GitHub Actions, one line for each finding that is not suppressed and for each diagnostic; empty if all is well. */
export function renderGithub(report: LintReport, { pathOf }: Pick<RenderContext, 'pathOf'>): string {
  const masks = masksOf(report);
  const lines = [
    ...report.findings.filter(({ suppressed }) => !suppressed).map((finding) => annotation(finding, masks, pathOf)),
    ...report.diagnostics.map((diagnostic) => problem(diagnostic, masks, pathOf)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(finding: Finding, masks: Masks, pathOf: PathOf): string {
  const properties = { ...locate(finding.place, pathOf), title: finding.id };
  return workflowCommand(commandOf[finding.severity], properties, masks.messageOf(finding));
}

function problem(diagnostic: Diagnostic, masks: Masks, pathOf: PathOf): string {
  const { code, path, place } = diagnostic;
  const where = place ? locate(place, pathOf) : { file: path === undefined ? undefined : pathOf(path) };
  const { message, hint } = diagnosticText(diagnostic, masks);
  return workflowCommand('error', { ...where, title: code }, hint ? `${message}\n${hint}` : message);
}

/** Columns only within one line: GitHub refuses annotations that give them for several. */
function locate(place: Place, pathOf: PathOf): CommandProperties {
  const { start, end } = rangeOf(place);
  const file = pathOf(place.source.path);
  if (start.line !== end.line) return { file, line: start.line, endLine: end.line };
  return { file, line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}
