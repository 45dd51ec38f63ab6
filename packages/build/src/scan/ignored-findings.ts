import type { IgnoredScanFinding } from '@dockwarden-internal/policy';
import type { ScanFinding } from './scan-finding.ts';

export interface HeededIgnores {
  readonly findings: readonly ScanFinding[];
  /** Findings that an entry of `scan.ignore` takes away, with its reason. */
  readonly ignored: readonly { readonly finding: ScanFinding; readonly until: string; readonly reason: string }[];
  /** A sentence for each entry that has ended, and whose finding is back. */
  readonly notes: readonly string[];
}

/** Applies `scan.ignore`. An entry holds to the end of its day (`YYYY-MM-DD`, as `today` is); then its finding is back, and it is said. */
export function heedIgnores(
  findings: readonly ScanFinding[],
  ignores: readonly IgnoredScanFinding[],
  today: string,
): HeededIgnores {
  const entries = new Map<string, IgnoredScanFinding>();
  // Of two entries for one id the later end holds.
  for (const entry of ignores) {
    const key = entry.id.toUpperCase();
    const known = entries.get(key);
    if (!known || known.until < entry.until) entries.set(key, entry);
  }
  const kept: ScanFinding[] = [];
  const ignored: { finding: ScanFinding; until: string; reason: string }[] = [];
  const ended = new Map<string, IgnoredScanFinding>();
  for (const finding of findings) {
    const entry = entries.get(finding.id.toUpperCase());
    if (entry && today <= entry.until) ignored.push({ finding, until: entry.until, reason: entry.reason });
    else kept.push(finding);
    if (entry && today > entry.until) ended.set(entry.id, entry);
  }
  const notes = [...ended.values()].map(
    ({ id, until, reason }) => `${id} was ignored until ${until} and is back (${reason})`,
  );
  return { findings: kept, ignored, notes };
}
