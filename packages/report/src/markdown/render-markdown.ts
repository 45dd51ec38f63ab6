import type { Finding, LintReport, Severity } from '@dockwarden-internal/engine';
import type { Masks } from '../masks.ts';
import { masksOf } from '../masks.ts';
import type { PathOf, RenderContext } from '../render-context.ts';
import { headline } from './headline.ts';
import { problemLine } from './problem-line.ts';
import { type MarkdownContext, projectSections } from './sections.ts';

/** How long a comment may be on GitHub, in UTF-16 units. */
const longest = 65_536;
/** A line takes at least so many: more findings than fit need not be tried. */
const shortestLine = 40;
const mostProblems = 20;

/** What the first line of every such report is, so that a comment can be found and replaced. */
export const COMMENT_MARK = '<!-- dockwarden -->';

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * The report as a comment on a pull request: Markdown as GitHub and GitLab read it, with a line feed at its end. Files fold. What is too
 * much for one comment is left out, fixes first and then what weighs least, and how much that is stands at the end.
 */
export function renderMarkdown(report: LintReport, { pathOf }: Pick<RenderContext, 'pathOf'>): string {
  const masks = masksOf(report);
  const active = report.findings.filter(({ suppressed }) => !suppressed);
  const weighed = [...active].sort((one, other) => rank[one.severity] - rank[other.severity]);
  const write = (count: number, fixes: boolean) => {
    const kept = new Set(weighed.slice(0, count));
    const shown = active.filter((finding) => kept.has(finding));
    return commentOf(report, shown, active.length - shown.length, { masks, pathOf, fixes });
  };
  const most = Math.min(active.length, Math.floor(longest / shortestLine));
  const whole = write(most, true);
  if (whole !== undefined) return whole;
  let [fits, low, high] = ['', 0, most];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const text = write(middle, false);
    if (text !== undefined) [fits, low] = [text, middle + 1];
    else high = middle - 1;
  }
  return fits;
}

/** The comment with some of the findings; undefined where it is too long. */
function commentOf(
  report: LintReport,
  shown: readonly Finding[],
  left: number,
  context: { readonly masks: Masks; readonly pathOf: PathOf; readonly fixes: boolean },
): string | undefined {
  const { diagnostics } = report;
  const section: MarkdownContext = { ...context, folded: shown.length > 10 };
  const unread = diagnostics.length - mostProblems;
  const problems = [
    ...diagnostics.slice(0, mostProblems).map((diagnostic) => problemLine(diagnostic, section)),
    ...(unread > 0 ? [`- and ${unread} more`] : []),
  ];
  const sections = projectSections(shown, longest, section);
  if (!sections) return undefined;
  const parts = [
    `${COMMENT_MARK}\n${headline(report)}`,
    ...(problems.length > 0 ? [`### Could not be looked at\n\n${problems.join('\n')}`] : []),
    ...sections,
    ...(left > 0 ? [`**… and ${left} more.** All of them: \`dockwarden lint\``] : []),
  ];
  const text = `${parts.join('\n\n')}\n`;
  return text.length <= longest ? text : undefined;
}
