import { levelOfSeverity, SCAN_SEVERITIES, type ScanFinding, type ScanSeverity } from '@dockwarden-internal/build';
import type { RenderContext } from '@dockwarden-internal/report';
import type { ScanOutcome } from './scan-outcome.ts';

/** A scan for programs: every key is always there, null where nothing is known. Within version 1 keys may be added. */
export function scanJson(outcome: ScanOutcome, { version, pathOf }: RenderContext): string {
  const { scanners, images, findings, ignored, unfixed, failOn, diagnostics, notes } = outcome;
  const json = {
    version: 1,
    tool: { name: 'dockwarden', version },
    scanners,
    images: images.map(({ name, dockerfile, reference }) => ({
      name,
      dockerfile: pathOf(dockerfile),
      reference: reference ?? null,
    })),
    failOn,
    findings: findings.map((finding) => findingJson(finding, pathOf)),
    ignored: ignored.map(({ finding, until, reason }) => ({ ...findingJson(finding, pathOf), until, reason })),
    diagnostics: diagnostics.map(({ code, message, hint, path, place }) => {
      const file = place?.source.path ?? path;
      return { code, file: file === undefined ? null : pathOf(file), message, hint: hint ?? null };
    }),
    notes,
    summary: { ...countsOf(findings), ignored: ignored.length, unfixed },
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

export function countsOf(findings: readonly ScanFinding[]): Readonly<Record<ScanSeverity, number>> {
  const counts = Object.fromEntries(SCAN_SEVERITIES.map((severity) => [severity, 0])) as Record<ScanSeverity, number>;
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function findingJson(finding: ScanFinding, pathOf: RenderContext['pathOf']) {
  const { scanners, kind, id, severity, image, installed, fixedIn, title, url, file, line } = finding;
  return {
    scanners,
    kind,
    id,
    severity,
    level: levelOfSeverity[severity],
    image: image ?? null,
    package: finding.package ?? null,
    installed: installed ?? null,
    fixedIn: fixedIn ?? null,
    title,
    url: url ?? null,
    // Files of an image are not files of the workspace.
    file: file === undefined ? null : image === undefined ? pathOf(file) : file,
    line: line ?? null,
  };
}
