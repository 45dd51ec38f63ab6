import { at, listAt, readJson, textAt } from '../docker/json.ts';
import { type FindingDraft, findingOf, MOST_FINDINGS } from './finding-of.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanSubject } from './scanner.ts';
import { readSeverity } from './severity.ts';

/** The report of `trivy image --format json`, schema version 2. Source: aquasecurity/trivy, pkg/types/report.go. */
export function readTrivy(output: string, { name: image }: ScanSubject): readonly ScanFinding[] | undefined {
  const report = readJson(output);
  if (at(report, 'SchemaVersion') !== 2) return undefined;
  const findings: ScanFinding[] = [];
  const add = (draft: FindingDraft) => {
    const finding = findings.length < MOST_FINDINGS ? findingOf(draft) : undefined;
    if (finding) findings.push(finding);
  };
  for (const result of listAt(report, 'Results')) {
    const target = textAt(result, 'Target');
    for (const entry of listAt(result, 'Vulnerabilities')) add(vulnerability(entry, image));
    for (const entry of listAt(result, 'Secrets')) add(secret(entry, image, target));
    // Old versions leave the status of a failure out.
    for (const entry of listAt(result, 'Misconfigurations'))
      if ((textAt(entry, 'Status') ?? 'FAIL') === 'FAIL') add(misconfiguration(entry, image, target));
  }
  return findings;
}

function common(entry: unknown, image: string) {
  return {
    scanner: 'trivy',
    severity: readSeverity(textAt(entry, 'Severity')),
    image,
    title: textAt(entry, 'Title'),
    url: textAt(entry, 'PrimaryURL'),
  } as const;
}

function vulnerability(entry: unknown, image: string): FindingDraft {
  return {
    ...common(entry, image),
    kind: 'vulnerability',
    id: textAt(entry, 'VulnerabilityID'),
    package: textAt(entry, 'PkgName'),
    installed: textAt(entry, 'InstalledVersion'),
    fixedIn: textAt(entry, 'FixedVersion'),
    file: textAt(entry, 'PkgPath'),
  };
}

/** What was matched stays where it is: `Match` and `Code` show the lines around a secret, and may hold more than the one that is masked. */
function secret(entry: unknown, image: string, target: string | undefined): FindingDraft {
  return {
    ...common(entry, image),
    kind: 'secret',
    id: textAt(entry, 'RuleID'),
    file: target,
    line: at(entry, 'StartLine'),
  };
}

function misconfiguration(entry: unknown, image: string, target: string | undefined): FindingDraft {
  return {
    ...common(entry, image),
    kind: 'misconfiguration',
    id: textAt(entry, 'ID') ?? textAt(entry, 'AVDID'),
    title: textAt(entry, 'Message') ?? textAt(entry, 'Title'),
    file: target,
    line: at(entry, 'CauseMetadata', 'StartLine'),
  };
}
