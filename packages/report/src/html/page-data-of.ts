import type { Finding, LintReport } from '@dockwarden-internal/engine';
import type { Diagnostic } from '@dockwarden-internal/syntax';
import { diagnosticText } from '../diagnostic-text.ts';
import { editsDiff } from '../diff/edits-diff.ts';
import { type Masks, masksOf } from '../masks.ts';
import { printableFix } from '../printable-fix.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { byteText } from '../text/byte-text.ts';
import { rangeOf } from '../text/range.ts';
import { oneLine } from '../text/visible.ts';
import { layoutGraph } from './layout-graph.ts';
import { numbering } from './numbering.ts';
import type { PageData, PageFinding, PageImage, PagePolicy, PageProblem } from './page-data.ts';
import { type PageLines, pageLines } from './page-lines.ts';
import type { ImageDetails, ReportDetails } from './report-details.ts';

/** Layers of an image that are shown by themselves. */
const mostLayers = 40;

/** Everything that the page shows, without secrets, in the order in which it is shown. */
export function pageDataOf(report: LintReport, details: ReportDetails, { version, pathOf }: RenderContext): PageData {
  const masks = masksOf(report);
  const projects = numbering<string>();
  const files = numbering<string>();
  const policies = numbering<string>();
  const owners = new Map<number, Set<number>>();
  const own = (file: number, project: number) => owners.set(file, (owners.get(file) ?? new Set()).add(project));
  for (const { name, files: held } of details.projects)
    for (const path of held) own(files.of(pathOf(path)), projects.of(name));
  const lines = new Map<number, PageLines>();
  const findings = report.findings.map((finding) => {
    const { source } = finding.place;
    const file = files.of(pathOf(source.path));
    for (const name of finding.projects) own(file, projects.of(name));
    const shown = lines.get(file) ?? pageLines(source, masks.spansIn(source.text));
    lines.set(file, shown);
    return pageFinding(finding, { file, policy: policies.of(finding.id), projects, lines: shown, masks, pathOf });
  });
  const graphs = details.graphs.flatMap((graph) => {
    const laid = layoutGraph(graph);
    return laid ? [{ file: files.of(pathOf(graph.source.path)), ...laid }] : [];
  });
  const known = new Map(report.policies.map((policy) => [policy.id, policy]));
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const { files: count, error, warning, info, suppressed } = report.summary;
  return {
    version,
    summary: { files: count, error, warning, info, suppressed },
    projects: projects.all(),
    files: files.all().map((path, index) => ({
      path,
      projects: [...(owners.get(index) ?? [])].sort((one, other) => one - other),
      lines: lines.get(index)?.lines() ?? [],
    })),
    policies: policies.all().map((id): PagePolicy => {
      const { title = id, why = '', category, docs } = { ...byId.get(id)!, ...known.get(id) };
      return { id, title: oneLine(title), why: oneLine(why), category, docs: /^https:\/\//.test(docs) ? docs : '' };
    }),
    findings,
    problems: report.diagnostics.map((diagnostic) => pageProblem(diagnostic, masks, pathOf)),
    graphs,
    images: details.images.map(pageImage),
  };
}

interface FindingContext {
  readonly file: number;
  readonly policy: number;
  readonly projects: { of(name: string): number };
  readonly lines: PageLines;
  readonly masks: Masks;
  readonly pathOf: PathOf;
}

function pageFinding(finding: Finding, { file, policy, projects, lines, masks, pathOf }: FindingContext): PageFinding {
  const { severity, place, aliases, also, suppressed } = finding;
  const { line, column } = rangeOf(place).start;
  const fix = printableFix(finding, masks);
  return {
    file,
    policy,
    severity,
    message: oneLine(masks.messageOf(finding)),
    line,
    column,
    projects: finding.projects.map((name) => projects.of(name)),
    marks: lines.mark(place.span),
    aliases,
    also,
    related: finding.related.map((each) => ({
      path: pathOf(each.place.source.path),
      line: rangeOf(each.place).start.line,
      message: oneLine(each.message),
    })),
    ...(fix && { fix: { safety: fix.safety, diff: editsDiff(fix.edits, masks, pathOf) } }),
    ...(suppressed && {
      suppressed: { kind: suppressed.kind, reason: oneLine(masks.hideFor(finding, suppressed.reason)) },
    }),
  };
}

function pageProblem(diagnostic: Diagnostic, masks: Masks, pathOf: PathOf): PageProblem {
  const { code, place, path } = diagnostic;
  const { message, hint = '' } = diagnosticText(diagnostic, masks);
  const start = place && rangeOf(place).start;
  const file = place?.source.path ?? path;
  const where = [...(file === undefined ? [] : [pathOf(file)]), ...(start ? [start.line, start.column] : [])].join(':');
  return { code, where: oneLine(where), message: oneLine(message), hint: oneLine(hint) };
}

function pageImage({ name, size, change, layers }: ImageDetails): PageImage {
  const largest = [...layers].sort((one, other) => other.size - one.size).filter((layer) => layer.size > 0);
  return {
    name,
    size: byteText(size),
    change: change ? `${change > 0 ? '+' : ''}${byteText(change)}` : '',
    layers: largest.slice(0, mostLayers).map((layer) => ({
      size: byteText(layer.size),
      share: Math.round((layer.size / Math.max(1, size)) * 1000) / 1000,
      createdBy: oneLine(layer.createdBy ?? 'nothing tells what made it').slice(0, 400),
    })),
  };
}
