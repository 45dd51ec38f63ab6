import fc from 'fast-check';
import { readTrivy } from './read-trivy.ts';
import { trivyReport } from './testing/recordings.ts';

const subject = { name: 'api', reference: 'acme/api:in-1' };
const read = (report: unknown) => readTrivy(JSON.stringify(report), subject);

test('reads vulnerabilities, secrets and failed checks, and nothing of what a secret looks like', () => {
  const findings = read(trivyReport);
  expect(findings).toEqual([
    {
      scanners: ['trivy'],
      kind: 'vulnerability',
      id: 'CVE-2026-1111',
      severity: 'critical',
      image: 'api',
      package: 'libssl3',
      installed: '3.5.1-1',
      fixedIn: '3.5.1-1+deb13u1',
      title: 'openssl: a heap overflow in the parser of certificates',
      url: 'https://avd.aquasec.com/nvd/cve-2026-1111',
    },
    {
      scanners: ['trivy'],
      kind: 'vulnerability',
      id: 'CVE-2026-2222',
      severity: 'medium',
      image: 'api',
      package: '@acme/merge',
      installed: '4.17.4',
      fixedIn: '4.17.21',
      title: '@acme/merge: prototype pollution',
      url: 'https://avd.aquasec.com/nvd/cve-2026-2222',
      file: 'app/node_modules/@acme/merge/package.json',
    },
    {
      scanners: ['trivy'],
      kind: 'vulnerability',
      id: 'CVE-2026-3333',
      severity: 'unknown',
      image: 'api',
      package: 'left',
      installed: '1.0.0',
      title: '',
    },
    {
      scanners: ['trivy'],
      kind: 'secret',
      id: 'aws-access-key-id',
      severity: 'critical',
      image: 'api',
      title: 'AWS Access Key ID',
      file: '/app/.env',
      line: 3,
    },
    {
      scanners: ['trivy'],
      kind: 'misconfiguration',
      id: 'DS002',
      severity: 'high',
      image: 'api',
      title: 'Specify at least 1 USER command in Dockerfile',
      url: 'https://avd.aquasec.com/misconfig/ds002',
      file: 'app/Dockerfile',
      line: 7,
    },
  ]);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});

test('an image without findings has no results', () => {
  expect(read({ SchemaVersion: 2, ArtifactName: 'a' })).toEqual([]);
  expect(read({ SchemaVersion: 2, Results: [{ Target: 'a', Class: 'os-pkgs' }] })).toEqual([]);
});

test.each([
  '',
  'FATAL error',
  '[]',
  'null',
  '{"SchemaVersion":3}',
  '[{"Target":"a","Vulnerabilities":null}]',
  '{"Schema',
])('is no report: %j', (text) => expect(readTrivy(text, subject)).toBeUndefined());

test('texts are bounded, addresses are of the web, and what has no id is left out', () => {
  const entry = {
    VulnerabilityID: 'CVE-1',
    PkgName: 'p'.repeat(5_000),
    Title: 7,
    PrimaryURL: 'javascript:alert(1)',
    Severity: ['HIGH'],
  };
  const [finding, ...rest] = read({ SchemaVersion: 2, Results: [{ Vulnerabilities: [entry, { PkgName: 'x' }] }] })!;
  expect(rest).toEqual([]);
  expect(finding).toEqual({
    scanners: ['trivy'],
    kind: 'vulnerability',
    id: 'CVE-1',
    severity: 'unknown',
    image: 'api',
    title: '',
    package: `${'p'.repeat(499)}…`,
  });
});

test('reads whatever stands where a report should', () => {
  const keys = fc.constantFrom(
    'SchemaVersion',
    'Results',
    'Vulnerabilities',
    'Secrets',
    'Misconfigurations',
    'Target',
    'RuleID',
  );
  const value = fc.letrec((tie) => ({
    any: fc.oneof({ depthSize: 'small' }, fc.constant(2), fc.string(), fc.constant(null), tie('list'), tie('map')),
    list: fc.array(tie('any'), { maxLength: 3 }),
    map: fc.dictionary(keys, tie('any'), { maxKeys: 3 }),
  })).any;
  fc.assert(
    fc.property(value, (results) => {
      expect(Array.isArray(read({ SchemaVersion: 2, Results: results }))).toBe(true);
    }),
  );
});
