import type { Finding, Severity } from '@dockwarden-internal/engine';
import type { Masks } from '../masks.ts';
import type { PathOf } from '../render-context.ts';
import { rangeOf } from '../text/range.ts';
import { shorten } from '../text/shorten.ts';
import { details, fenced, htmlCode } from './details.ts';
import { severityCounts } from './headline.ts';
import { codeSpan, prose } from './prose.ts';
import { safeFixes } from './safe-fixes.ts';

export interface MarkdownContext {
  readonly masks: Masks;
  readonly pathOf: PathOf;
  /** Whether diffs of the fixes are shown. */
  readonly fixes: boolean;
  /** Whether files begin closed. */
  readonly folded: boolean;
}

const longestText = 400;

/** What comes from a file, cut to a length that leaves room for the others; marks without a width count too. */
export function short(text: string): string {
  return shorten(text.slice(0, 2 * longestText), longestText);
}

const signs: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' };

/** The findings by project and file, a heading for each project; undefined where they take more than `room`. */
export function projectSections(
  findings: readonly Finding[],
  room: number,
  context: MarkdownContext,
): string[] | undefined {
  const projects = groupBy(findings, ({ projects }) => projects.join(', '));
  const named = projects.size > 1 || !projects.has('');
  const sections: string[] = [];
  let left = room;
  for (const [names, found] of projects) {
    if (named) sections.push(`### ${names === '' ? 'Outside of every project' : codeSpan(short(names))}`);
    for (const [path, here] of groupBy(found, ({ place }) => context.pathOf(place.source.path))) {
      const section = fileSection(path, here, context);
      sections.push(section);
      left -= section.length;
      if (left < 0) return undefined;
    }
  }
  return sections;
}

function fileSection(path: string, findings: readonly Finding[], context: MarkdownContext): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const counts = severityCounts({ error: count('error'), warning: count('warning'), info: count('info') });
  const diff = context.fixes ? safeFixes(findings, context.masks, context.pathOf) : '';
  const body = [
    findingLines(findings, context).join('\n'),
    ...(diff ? [details('What <code>--fix</code> changes', fenced('diff', diff))] : []),
  ];
  const summary = `${htmlCode(short(path))} · ${counts.join(', ')}`;
  return details(summary, body.join('\n\n'), !context.folded);
}

/** A line for each thing that is said, with all lines of the file that it is said of. */
function findingLines(findings: readonly Finding[], { masks }: MarkdownContext): string[] {
  const groups = groupBy(findings, (finding) => JSON.stringify([finding.id, finding.severity, finding.message]));
  return [...groups.values()].map((group) => {
    const [first] = group;
    const lines = [...new Set(group.map(({ place }) => rangeOf(place).start.line))];
    const message = prose(short(masks.messageOf(first)));
    return `- ${signs[first.severity]} ${linesText(lines)} · ${message} · ${policyLink(first)}`;
  });
}

function linesText([first, ...others]: readonly number[]): string {
  const shown = [first, ...others.slice(0, 4)].join(', ');
  if (others.length === 0) return `line ${shown}`;
  return `lines ${shown}${others.length > 4 ? ` and ${others.length - 4} more` : ''}`;
}

/** The id, which leads to the policy's page where that is an address. */
function policyLink({ id, docs }: Finding): string {
  return /^https:\/\/[\w.~/%-]+$/.test(docs) ? `[${codeSpan(id)}](${docs})` : codeSpan(id);
}

function groupBy(findings: readonly Finding[], keyOf: (finding: Finding) => string) {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}
