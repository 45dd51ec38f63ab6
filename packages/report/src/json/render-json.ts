import type { Finding, LintReport, Summary } from '@dockwarden-internal/engine';
import type { Diagnostic, Place } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import type { Masks } from '../masks.ts';
import { masksOf } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import type { DiagnosticJson, FindingJson, LintJson } from './lint-json.ts';

/** The report as JSON, in the shape of `schema/lint-report.schema.json`, with a line feed at its end. */
export function renderJson(report: LintReport, context: RenderContext): string {
  return [...jsonPieces(report, context)].join('');
}

/** Findings of a piece: one of some hundred kilobytes. */
const PIECE = 200;

/** The same text in pieces: as a whole, with what it is made from, a report of thousands of findings takes more memory than the run before it. */
export function* jsonPieces({ findings, diagnostics, summary }: LintReport, context: RenderContext): Generator<string> {
  const { version, pathOf } = context;
  const masks = masksOf({ findings });
  const { files, error, warning, info, suppressed, preview } = summary;
  const tool: LintJson['tool'] = { name: 'dockwarden', version };
  const told = diagnostics.map((diagnostic) => diagnosticJson(diagnostic, masks, pathOf));
  const counts: Summary = { files, error, warning, info, suppressed, ...(preview !== undefined && { preview }) };
  yield `{\n  "version": 1,\n  "tool": ${JSON.stringify(tool)},\n  "findings": [`;
  for (let from = 0; from < findings.length; from += PIECE) {
    const piece = findings.slice(from, from + PIECE).map((finding) => findingJson(finding, masks, pathOf));
    yield `${from === 0 ? '' : ','}${lines(piece)}`;
  }
  const [close, closeTold] = [findings, told].map((list) => (list.length === 0 ? ']' : '\n  ]'));
  yield `${close},\n  "diagnostics": [${lines(told)}${closeTold},\n  "summary": ${JSON.stringify(counts)}\n}\n`;
}

/** A line for each: of thousands of findings, that is read by search and by difference, and takes two thirds of the bytes. */
function lines(list: readonly object[]): string {
  return list.map((each) => `\n    ${JSON.stringify(each)}`).join(',');
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
    ...(finding.preview && { preview: true }),
    message: masks.messageOf(finding),
    aliases,
    also,
    docs,
    fingerprint,
    ...located(finding.place),
    projects,
    related: finding.related.map((related) => ({
      ...located(related.place),
      message: related.message,
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
