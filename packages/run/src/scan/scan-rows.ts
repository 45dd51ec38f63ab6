import { levelOfSeverity, type ScanFinding, type ScanSeverity, type ScanThreshold } from '@dockwarden-internal/build';
import type { Styles } from '@dockwarden-internal/report';
import { displayWidth } from '@dockwarden-internal/report/text/display-width';
import { shorten } from '@dockwarden-internal/report/text/shorten';
import { oneLine } from '@dockwarden-internal/report/text/visible';

interface RowView {
  readonly width: number;
  readonly styles: Styles;
}

const INDENT = '  ';
const GAP = '  ';
/** Columns for a severity, and at most for an id: a rule's name may be long, a CVE is 14. */
const SEVERITY_WIDTH = 'critical'.length;
const WIDEST_ID = 24;

/** What is listed unless everything is asked for: medium and worse, and whatever a run fails on. */
export function shownSeverities(failOn: ScanThreshold): ReadonlySet<ScanSeverity> {
  return new Set<ScanSeverity>(['critical', 'high', 'medium', failOn]);
}

/**
 * Rows of a table: severity, id, package with its versions or place, title. A title that the row has no room for stands below it; no row is
 * wider than the terminal.
 */
export function findingLines(findings: readonly ScanFinding[], { width, styles }: RowView): string[] {
  const rows = findings.map((finding) => ({
    paint: styles[levelOfSeverity[finding.severity]],
    severity: finding.severity,
    id: shorten(oneLine(finding.id), WIDEST_ID),
    what: whatOf(finding),
    title: titleOf(finding),
    by: finding.scanners.length > 1 ? `(${finding.scanners.join(', ')})` : '',
  }));
  const idWidth = widest(rows.map(({ id }) => id));
  const start = INDENT.length + SEVERITY_WIDTH + GAP.length;
  const room = width - start - idWidth - GAP.length;
  // One long name does not push every title away.
  const whatWidth = Math.min(widest(rows.map(({ what }) => what)), Math.floor(room * 0.6));
  return rows.flatMap(({ paint, severity, id, what, title, by }) => {
    const shown = shorten(what, room);
    const head = `${INDENT}${paint(severity)}${' '.repeat(SEVERITY_WIDTH - severity.length)}${GAP}${padded(id, idWidth)}`;
    const words = [title, by].filter(Boolean).join(' ');
    if (words === '') return [`${head}${GAP}${shown}`.trimEnd()];
    const left = room - Math.max(whatWidth, displayWidth(shown)) - GAP.length;
    if (displayWidth(words) <= left) return [`${head}${GAP}${padded(shown, whatWidth)}${GAP}${styles.dim(words)}`];
    // Who found it is said whole, whatever becomes of the title.
    const most = width - start - (by === '' ? 0 : by.length + 1);
    const cut = [shorten(title, most), by].filter(Boolean).join(' ');
    return [`${head}${GAP}${shown}`.trimEnd(), `${' '.repeat(start)}${styles.dim(cut)}`];
  });
}

/** The package and what became of it; of what is no package its place. */
function whatOf({ kind, package: name, installed, fixedIn, image, file, line }: ScanFinding): string {
  if (kind === 'vulnerability') {
    const versions = [installed ?? '', fixedIn === undefined ? '(no fix)' : `→ ${fixedIn}`];
    return oneLine([name ?? '', ...versions].filter(Boolean).join(' '));
  }
  // The heading of a Dockerfile's findings is its path.
  if (image === undefined) return line === undefined ? '' : `line ${line}`;
  return oneLine(line === undefined ? (file ?? '') : `${file ?? ''}:${line}`);
}

/** The title; one that only repeats the id is none. */
function titleOf({ id, title }: ScanFinding): string {
  return title === id ? '' : oneLine(title);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
