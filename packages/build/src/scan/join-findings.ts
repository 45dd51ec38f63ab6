import { byCodeUnits } from '@dockwarden-internal/syntax';
import type { ScanFinding } from './scan-finding.ts';
import { SCAN_SEVERITIES, worse } from './severity.ts';

/** Findings with what several scanners found said once, by image and file, the worst first. */
export function joinFindings(findings: readonly ScanFinding[]): readonly ScanFinding[] {
  const joined = new Map<string, ScanFinding>();
  for (const finding of findings) {
    const key = identity(finding);
    const known = joined.get(key);
    joined.set(key, known ? join(known, finding) : finding);
  }
  return [...joined.values()].sort(inOrder);
}

/**
 * A vulnerability is the same in the same version of a package, in however many files it lies; anything else at its place. Scanners that
 * name a package otherwise (Docker Scout names Debian's source packages, Trivy the binary ones) are not joined: nothing tells that it is one.
 */
function identity(finding: ScanFinding): string {
  const { kind, image, id, file, line } = finding;
  const what =
    kind === 'vulnerability'
      ? [finding.package?.toLowerCase() ?? '', plainVersion(finding.installed ?? '')]
      : [file ?? '', line ?? 0, finding.package ?? ''];
  return JSON.stringify([kind, image ?? '', id.toUpperCase(), ...what]);
}

/** A version without what only some scanners write before it: `v1.2` of Go, the epoch of Debian and RPM. */
function plainVersion(version: string): string {
  return version.replace(/^(?:v(?=\d)|\d+:)/, '');
}

function join(one: ScanFinding, other: ScanFinding): ScanFinding {
  return {
    ...other,
    ...one,
    scanners: [...new Set([...one.scanners, ...other.scanners])],
    severity: worse(one.severity, other.severity),
    title: one.title || other.title,
  };
}

const kinds: readonly ScanFinding['kind'][] = ['secret', 'vulnerability', 'misconfiguration', 'lint'];

function inOrder(one: ScanFinding, other: ScanFinding): number {
  return (
    byCodeUnits(one.image ?? '\uFFFF', other.image ?? '\uFFFF') ||
    byCodeUnits(one.image === undefined ? (one.file ?? '') : '', other.image === undefined ? (other.file ?? '') : '') ||
    SCAN_SEVERITIES.indexOf(one.severity) - SCAN_SEVERITIES.indexOf(other.severity) ||
    kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
    byCodeUnits(one.package ?? '', other.package ?? '') ||
    byCodeUnits(one.id, other.id) ||
    byCodeUnits(one.installed ?? '', other.installed ?? '') ||
    byCodeUnits(one.file ?? '', other.file ?? '') ||
    (one.line ?? 0) - (other.line ?? 0)
  );
}
