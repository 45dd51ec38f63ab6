import { joinFindings } from './join-findings.ts';
import type { ScanFinding } from './scan-finding.ts';

const base: ScanFinding = {
  scanners: ['trivy'],
  kind: 'vulnerability',
  id: 'CVE-1',
  severity: 'medium',
  image: 'api',
  package: 'openssl',
  installed: '3.0.1',
  title: '',
};

test('one vulnerability of one package is said once, with both scanners, the higher severity and all that is known', () => {
  const other: ScanFinding = {
    ...base,
    scanners: ['docker-scout'],
    id: 'cve-1',
    severity: 'high',
    package: 'OpenSSL',
    installed: '1:3.0.1',
    fixedIn: '3.0.2',
    title: 'heap overflow',
  };
  expect(joinFindings([base, other, base])).toEqual([
    { ...base, scanners: ['trivy', 'docker-scout'], severity: 'high', fixedIn: '3.0.2', title: 'heap overflow' },
  ]);
  expect(
    joinFindings([
      { ...base, installed: 'v0.5.1' },
      { ...base, installed: '0.5.1' },
    ]),
  ).toHaveLength(1);
});

test.each([
  ['image', { image: 'web' }],
  ['id', { id: 'CVE-2' }],
  ['package', { package: 'libssl3' }],
  ['version', { installed: '3.0.2' }],
])('another %s is another finding', (_what, change) =>
  expect(joinFindings([base, { ...base, ...change }])).toHaveLength(2),
);

test('what is no vulnerability is told apart by its place', () => {
  const secret: ScanFinding = {
    scanners: ['trivy'],
    kind: 'secret',
    id: 'aws',
    severity: 'critical',
    image: 'api',
    title: '',
    file: '.env',
    line: 1,
  };
  expect(joinFindings([secret, { ...secret, line: 2 }, secret])).toEqual([secret, { ...secret, line: 2 }]);
});

test('images come by name before Dockerfiles, and in them the worst first', () => {
  const lint: ScanFinding = { scanners: ['hadolint'], kind: 'lint', id: 'DL1', severity: 'high', title: '', file: 'a' };
  const findings: ScanFinding[] = [
    lint,
    { ...base, image: 'web', severity: 'critical' },
    { ...base, id: 'CVE-3', severity: 'unknown' },
    { ...base, id: 'CVE-2', severity: 'critical' },
    base,
  ];
  const expected = ['api CVE-2', 'api CVE-1', 'api CVE-3', 'web CVE-1', 'a DL1'];
  const names = (list: readonly ScanFinding[]) => list.map(({ image, file, id }) => `${image ?? file} ${id}`);
  expect(names(joinFindings(findings))).toEqual(expected);
  expect(names(joinFindings([...findings].reverse()))).toEqual(expected);
});
