import { levelOfSeverity, type ScanFinding, type ScanSeverity, worse } from '@dockwarden-internal/build';
import { masksOf, type PathOf, type SarifContext } from '@dockwarden-internal/report';
import { invocationOf } from '@dockwarden-internal/report/sarif/invocation';
import { levelOf, problemSeverityOf } from '@dockwarden-internal/report/sarif/levels';
import { artifactOf, baseIds } from '@dockwarden-internal/report/sarif/location';
import type { SarifLog, SarifResult, SarifRule } from '@dockwarden-internal/report/sarif/sarif-log';
import { oneLine } from '@dockwarden-internal/report/text/visible';
import { digest } from '../cache/digest.ts';
import type { ScanOutcome } from './scan-outcome.ts';

/** GitHub reads a number from 0 to 10 and names it: critical from 9.0, high from 7.0, medium from 4.0, low below. */
const SECURITY_SEVERITY: Readonly<Record<ScanSeverity, string | undefined>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '2.0',
  unknown: undefined,
};

/** A scan as a SARIF 2.1.0 log of one run. What was found in an image points to the Dockerfile that it is built from, since code scanning shows files. */
export function scanSarif(outcome: ScanOutcome, { version, pathOf, root }: SarifContext): string {
  const { findings, ignored, diagnostics, images } = outcome;
  const all = [...findings, ...ignored.map(({ finding }) => finding)];
  const rules = rulesOf(all);
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const dockerfiles = new Map(images.map(({ name, dockerfile }) => [name, dockerfile]));
  const fingerprints = fingerprinting();
  const result = (finding: ScanFinding, suppressions: SarifResult['suppressions']): SarifResult => ({
    ruleId: finding.id,
    ruleIndex: ruleIndex.get(finding.id)!,
    level: levelOf[levelOfSeverity[finding.severity]],
    message: { text: sentence(finding) },
    locations: [locationOf(finding, dockerfiles, pathOf)],
    partialFingerprints: { 'dockwardenScan/v1': fingerprints(finding) },
    suppressions,
    properties: propertiesOf(finding),
  });
  const log: SarifLog = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'dockwarden scan', version, semanticVersion: version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: baseIds(root),
        invocations: [invocationOf(diagnostics, masksOf({ findings: [] }), pathOf)],
        results: [
          ...findings.map((finding) => result(finding, [])),
          ...ignored.map(({ finding, reason: justification }) =>
            result(finding, [
              { kind: 'external', status: 'accepted', justification, properties: { kind: 'scan.ignore' } },
            ]),
          ),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** One rule per id, sorted, with the worst severity that it was found with. */
function rulesOf(findings: readonly ScanFinding[]): SarifRule[] {
  const worst = new Map<string, ScanFinding>();
  for (const finding of findings) {
    const known = worst.get(finding.id);
    worst.set(finding.id, known ? { ...known, severity: worse(known.severity, finding.severity) } : finding);
  }
  return [...worst.values()].map(ruleOf).sort((one, other) => (one.id < other.id ? -1 : 1));
}

function ruleOf({ id, kind, title, severity, url, scanners }: ScanFinding): SarifRule {
  const security = kind !== 'lint';
  const level = levelOfSeverity[severity];
  const weight = SECURITY_SEVERITY[severity];
  return {
    id,
    shortDescription: { text: oneLine(title) || id },
    ...(url !== undefined && { helpUri: url }),
    defaultConfiguration: { level: levelOf[level] },
    properties: {
      tags: [kind, ...(security ? ['security'] : []), ...scanners],
      precision: 'high',
      'problem.severity': problemSeverityOf[level],
      ...(security && weight !== undefined && { 'security-severity': weight }),
    },
  };
}

function sentence({ id, image, title, package: name, installed, fixedIn, file, line, kind }: ScanFinding): string {
  const within = image === undefined ? '' : ` in the image ${image}`;
  const place = file === undefined || image === undefined ? '' : `, ${file}${line === undefined ? '' : `:${line}`}`;
  const about = name === undefined ? '' : `: ${[name, installed].filter(Boolean).join(' ')}`;
  const fix = kind !== 'vulnerability' ? '' : fixedIn === undefined ? ' (no fix is known)' : ` (fixed in ${fixedIn})`;
  return oneLine(`${id}${within}${about}${fix}${place}${title && title !== id ? `: ${title}` : ''}`);
}

function locationOf({ image, file, line }: ScanFinding, dockerfiles: ReadonlyMap<string, string>, pathOf: PathOf) {
  const path = image === undefined ? (file ?? '.') : (dockerfiles.get(image) ?? '.');
  const startLine = image === undefined ? (line ?? 1) : 1;
  return { physicalLocation: { artifactLocation: artifactOf(path, pathOf), region: { startLine } } };
}

/** Fingerprints that stay when lines move and titles are reworded; equal findings are counted. */
function fingerprinting(): (finding: ScanFinding) => string {
  const seen = new Map<string, number>();
  return ({ kind, id, image, package: name, installed, file }) => {
    const key = JSON.stringify([kind, id, image ?? '', name ?? '', installed ?? '', file ?? '']);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return digest(`${key} ${count}`);
  };
}

function propertiesOf({ scanners, kind, severity, image, package: name, installed, fixedIn }: ScanFinding) {
  return {
    scanners,
    kind,
    severity,
    ...(image !== undefined && { image }),
    ...(name !== undefined && { package: name }),
    ...(installed !== undefined && { installed }),
    ...(fixedIn !== undefined && { fixedIn }),
  };
}
