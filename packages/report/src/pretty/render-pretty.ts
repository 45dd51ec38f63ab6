import type { LintReport } from '@dockwarden-internal/engine';
import { masksOf } from '../masks.ts';
import type { RenderContext } from '../render-context.ts';
import { groupLines, positionText } from './finding-group.ts';
import type { FileGroup } from './grouping.ts';
import { groupFindings } from './grouping.ts';
import type { PrettyContext } from './pretty-context.ts';
import { problemLines } from './problems.ts';
import { stylesFor } from './styles.ts';
import { summaryLines } from './summary-lines.ts';

export interface PrettyOptions {
  readonly color: boolean;
  /** Columns of the terminal; 100 where it is not known, so that output into a file is the same everywhere. */
  readonly width?: number;
  /** Also what is suppressed, every place in the frames, projects and pages. */
  readonly verbose?: boolean;
  /** Nothing at all where all is well. */
  readonly quiet?: boolean;
}

const defaultWidth = 100;
const narrowest = 60;

/** The report for people: files with their findings, problems, a summary. Ends with a line feed unless it is empty. */
export function renderPretty(
  report: LintReport,
  { pathOf }: Pick<RenderContext, 'pathOf'>,
  { color, width = defaultWidth, verbose = false, quiet = false }: PrettyOptions,
): string {
  const findings = verbose ? report.findings : report.findings.filter((finding) => !finding.suppressed);
  if (quiet && findings.length === 0 && report.diagnostics.length === 0) return '';
  const styles = stylesFor(color);
  const policies = new Map(report.policies.map((policy) => [policy.id, policy]));
  const masks = masksOf(report);
  const context: PrettyContext = { pathOf, masks, styles, width: Math.max(narrowest, width), verbose, policies };
  const explained = new Set<string>();
  const sections = [
    ...groupFindings(findings, pathOf).map((file) => fileLines(file, explained, context)),
    problemLines(report.diagnostics, context),
    summaryLines(report, styles),
  ];
  const filled = sections.filter((section) => section.length > 0);
  return `${filled.map((section) => section.join('\n')).join('\n\n')}\n`;
}

/** The findings of one file. The reason of a policy is given where it first turns up in the report. */
function fileLines({ path, groups }: FileGroup, explained: Set<string>, context: PrettyContext): string[] {
  const positions = groups.flat().reduce((most, finding) => Math.max(most, positionText(finding).length), 0);
  const blocks = groups.map((group) => {
    const explain = !explained.has(group[0].policy);
    explained.add(group[0].policy);
    return ['', ...groupLines(group, { positions, explain }, context)];
  });
  return [context.styles.file(path), ...blocks.flat()];
}
