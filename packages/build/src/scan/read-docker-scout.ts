import { at, listAt, readJson, textAt, textsAt } from '../docker/json.ts';
import { findingOf, MOST_FINDINGS } from './finding-of.ts';
import { readPackageUrl } from './package-url.ts';
import type { ScanFinding } from './scan-finding.ts';
import type { ScanSubject } from './scanner.ts';
import { readSeverity, type ScanSeverity, severityOfScore } from './severity.ts';

/**
 * The SARIF log of `docker scout cves --format sarif`. A rule is a vulnerability; its properties name the packages (`purls`, in old versions
 * `purl`), the severity and the fixed version. Results only point into the image.
 */
export function readDockerScout(output: string, { name: image }: ScanSubject): readonly ScanFinding[] | undefined {
  const log = readLog(output);
  const runs = listAt(log, 'runs');
  if (at(log, 'version') !== '2.1.0' || runs.length === 0) return undefined;
  const findings: ScanFinding[] = [];
  for (const run of runs) {
    const files = filesByRule(run);
    for (const rule of listAt(run, 'tool', 'driver', 'rules')) {
      for (const found of packagesOf(rule)) {
        if (findings.length >= MOST_FINDINGS) return findings;
        const id = textAt(rule, 'id');
        const finding = findingOf({
          scanner: 'docker-scout',
          kind: 'vulnerability',
          image,
          id,
          severity: severityOf(rule),
          title: titleOf(rule, id),
          package: found?.name,
          installed: found?.version,
          fixedIn: fixedVersion(rule),
          url: textAt(rule, 'helpUri'),
          file: id === undefined ? undefined : files.get(id),
        });
        if (finding) findings.push(finding);
      }
    }
  }
  return findings;
}

/** The log alone: some versions print what to do next behind it. */
function readLog(output: string): unknown {
  const whole = readJson(output);
  if (whole !== undefined) return whole;
  const start = output.indexOf('{');
  const end = output.lastIndexOf('\n}');
  return start >= 0 && end > start ? readJson(output.slice(start, end + 2)) : undefined;
}

/** The packages of a rule; one that is not named where it names none. */
function packagesOf(rule: unknown) {
  const single = textAt(rule, 'properties', 'purl');
  const urls = new Set([...textsAt(rule, 'properties', 'purls'), ...(single === undefined ? [] : [single])]);
  const packages = [...urls].flatMap((url) => readPackageUrl(url) ?? []);
  return packages.length > 0 ? packages : [undefined];
}

function severityOf(rule: unknown): ScanSeverity {
  const named = readSeverity(textAt(rule, 'properties', 'cvssV3_severity') ?? textsAt(rule, 'properties', 'tags')[0]);
  return named === 'unknown' ? severityOfScore(Number(textAt(rule, 'properties', 'security-severity'))) : named;
}

/** The short description without the id that it begins with. */
function titleOf(rule: unknown, id: string | undefined): string | undefined {
  const text = textAt(rule, 'shortDescription', 'text');
  return id !== undefined && text?.startsWith(`${id}:`) ? text.slice(id.length + 1) : text;
}

function fixedVersion(rule: unknown): string | undefined {
  const text = textAt(rule, 'properties', 'fixed_version');
  return text?.trim().toLowerCase() === 'not fixed' ? undefined : text;
}

/** The first file that the results of each rule point to. */
function filesByRule(run: unknown): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const result of listAt(run, 'results')) {
    const id = textAt(result, 'ruleId');
    const uri = textAt(result, 'locations', 0, 'physicalLocation', 'artifactLocation', 'uri');
    if (id !== undefined && uri !== undefined && !files.has(id)) files.set(id, uri);
  }
  return files;
}
