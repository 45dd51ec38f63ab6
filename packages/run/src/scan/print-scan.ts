import {
  isAtLeast,
  levelOfSeverity,
  SCAN_SEVERITIES,
  type ScanFinding,
  type ScanSeverity,
} from '@dockwarden-internal/build';
import { counted, type PathOf, pathsFrom, renderProblems, type Styles, stylesFor } from '@dockwarden-internal/report';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import { countsOf } from './scan-json.ts';
import type { ScanOutcome } from './scan-outcome.ts';
import { findingLines, shownSeverities } from './scan-rows.ts';

export interface ScanPrinting {
  readonly cwd: string;
  readonly color: boolean;
  /** Columns of the terminal; 100 where it is not known, so that output into a file is the same everywhere. */
  readonly width?: number;
  /** Also what is low or unknown, and what is ignored. */
  readonly verbose?: boolean;
}

const DEFAULT_WIDTH = 100;
const NARROWEST = 60;

/** A scan for people: images and Dockerfiles with what was found in them, problems, a summary. */
export function printScan(outcome: ScanOutcome, printing: ScanPrinting): string {
  const { cwd, color, verbose = false } = printing;
  const width = Math.max(NARROWEST, printing.width ?? DEFAULT_WIDTH);
  const styles = stylesFor(color);
  const pathOf = pathsFrom(outcome.root, cwd);
  const groups = groupsOf(outcome.findings).map(({ name, findings }) =>
    groupText(name(pathOf), findings, outcome, { width, verbose, styles }),
  );
  const ignored = verbose ? outcome.ignored.map((each) => ignoredLine(each, styles)) : [];
  const notes = outcome.notes.map((note) => styles.dim(oneLine(`note: ${note}`)));
  const problems = renderProblems(outcome.diagnostics, { pathOf }, { color, width });
  const sections = [
    ...groups,
    [...ignored, ...notes].map((line) => `${line}\n`).join(''),
    problems,
    summaryText(outcome, styles),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

interface View {
  readonly width: number;
  readonly verbose: boolean;
  readonly styles: Styles;
}

interface Group {
  readonly name: (pathOf: PathOf) => string;
  readonly findings: ScanFinding[];
}

/** Findings by image, or by Dockerfile where they are about one; in the order in which they come. */
function groupsOf(findings: readonly ScanFinding[]): Group[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const { image, file = '' } = finding;
    const key = JSON.stringify([image ?? null, image === undefined ? file : '']);
    const group = groups.get(key) ?? { name: (pathOf: PathOf) => image ?? pathOf(file), findings: [] };
    groups.set(key, group);
    group.findings.push(finding);
  }
  return [...groups.values()];
}

function groupText(name: string, findings: readonly ScanFinding[], { failOn }: ScanOutcome, view: View): string {
  const { styles, verbose } = view;
  const shown = findings.filter(({ severity }) => verbose || shownSeverities(failOn).has(severity));
  const rest = findings.length - shown.length;
  const lines = [
    `${styles.file(oneLine(name))}  ${countsText(findings, styles)}`,
    ...findingLines(shown, view),
    ...(rest > 0 ? [styles.dim(`  ${rest} more with --verbose`)] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function ignoredLine({ finding, until, reason }: ScanOutcome['ignored'][number], styles: Styles): string {
  const what = finding.image ?? finding.file ?? '';
  return styles.dim(oneLine(`ignored until ${until}: ${finding.id} in ${what} (${reason})`));
}

function countsText(findings: readonly ScanFinding[], styles: Styles): string {
  const counts = countsOf(findings);
  const parts = SCAN_SEVERITIES.flatMap((severity: ScanSeverity) =>
    counts[severity] > 0 ? [styles[levelOfSeverity[severity]](`${counts[severity]} ${severity}`)] : [],
  );
  return parts.join(', ');
}

function summaryText(outcome: ScanOutcome, styles: Styles): string {
  const { scanners, images, findings, ignored, unfixed, failOn, diagnostics } = outcome;
  if (scanners.length === 0) return '';
  const failing = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  const by = scanners.map(({ name, version }) => oneLine(`${name} ${version}`)).join(', ');
  const asides = [
    ...(failing > 0 ? [`${failing} ${failOn === 'critical' ? 'critical' : `${failOn} or worse`}`] : []),
    ...(ignored.length > 0 ? [`${ignored.length} ignored`] : []),
    ...(unfixed > 0 ? [`${unfixed} without a fix left out`] : []),
    ...(diagnostics.length > 0 ? [counted(diagnostics.length, 'problem')] : []),
  ];
  const found = findings.length === 0 ? 'nothing found' : counted(findings.length, 'finding');
  const text = [`${counted(images.length, 'image')}: ${found}`, ...asides].join(' · ');
  return `${failing > 0 ? styles.error(text) : text}\n${styles.dim(`by ${by}`)}\n`;
}
