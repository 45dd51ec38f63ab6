import { readFileSync } from 'node:fs';
import type { ScanFinding } from '@dockwarden-internal/build';
import type { SarifLog } from '@dockwarden-internal/report/sarif/sarif-log';
import { displayWidth } from '@dockwarden-internal/report/text/display-width';
import Ajv from 'ajv';
import { renderScan, type ScanFormat, type ScanRendering } from './render-scan.ts';
import type { ScanOutcome } from './scan-outcome.ts';

const vulnerability: ScanFinding = {
  scanners: ['trivy', 'docker-scout'],
  kind: 'vulnerability',
  id: 'CVE-2026-1111',
  severity: 'critical',
  image: 'api',
  package: 'libssl3',
  installed: '3.5.1-1',
  fixedIn: '3.5.1-1+deb13u1',
  title: 'openssl: a heap overflow in the parser of certificates',
  url: 'https://avd.aquasec.com/nvd/cve-2026-1111',
};

const findings: readonly ScanFinding[] = [
  vulnerability,
  {
    ...vulnerability,
    scanners: ['trivy'],
    id: 'CVE-2026-2',
    severity: 'high',
    package: 'tar',
    installed: '1.35',
    fixedIn: undefined,
    title: '',
  } as ScanFinding,
  {
    scanners: ['trivy'],
    kind: 'secret',
    id: 'aws-access-key-id',
    severity: 'high',
    image: 'api',
    title: 'AWS key',
    file: '/app/.env',
    line: 3,
  },
  { ...vulnerability, scanners: ['trivy'], id: 'CVE-2026-3', severity: 'low' },
  {
    scanners: ['hadolint'],
    kind: 'lint',
    id: 'DL4000',
    severity: 'medium',
    title: 'MAINTAINER is deprecated',
    file: 'apps/api/Dockerfile',
    line: 3,
  },
];

const outcome: ScanOutcome = {
  root: '/w',
  scanners: [
    { name: 'trivy', version: '0.67.0' },
    { name: 'hadolint', version: '2.15.1' },
  ],
  images: [{ name: 'api', dockerfile: 'apps/api/Dockerfile', reference: 'acme/api:in-1' }],
  findings,
  ignored: [{ finding: { ...vulnerability, id: 'CVE-2026-9' }, until: '2026-12-31', reason: 'not reachable' }],
  unfixed: 2,
  failOn: 'critical',
  diagnostics: [
    { code: 'scan/failed', message: 'docker-scout does not scan api: no account', hint: 'Log in.', exit: 3 },
  ],
  notes: ['CVE-2026-3 was ignored until 2026-10-01 and is back (known)'],
  exitCode: 3,
};

const render = (format: ScanFormat, given: Partial<ScanOutcome> = {}, rendering: Partial<ScanRendering> = {}) =>
  renderScan(format, { ...outcome, ...given }, { cwd: '/w', version: '1.2.3', color: false, width: 80, ...rendering });

test('reads as a whole at 80 columns', () => {
  expect(`\n${render('pretty')}`).toBe(`
api  1 critical, 2 high, 1 low
  critical  CVE-2026-1111      libssl3 3.5.1-1 → 3.5.1-1+deb13u1
            openssl: a heap overflow in the parser of cer… (trivy, docker-scout)
  high      CVE-2026-2         tar 1.35 (no fix)
  high      aws-access-key-id  /app/.env:3                    AWS key
  1 more with --verbose

apps/api/Dockerfile  1 medium
  medium    DL4000  line 3  MAINTAINER is deprecated

note: CVE-2026-3 was ignored until 2026-10-01 and is back (known)

Problems

  docker-scout does not scan api: no account
        Log in.
        scan/failed

1 image: 5 findings · 1 critical · 1 ignored · 2 without a fix left out · 1 problem
by trivy 0.67.0, hadolint 2.15.1
`);
});

test('all is listed where that is wanted, or where a run fails on it', () => {
  const verbose = render('pretty', {}, { verbose: true });
  expect(verbose).toContain('low       CVE-2026-3');
  expect(verbose).toContain('ignored until 2026-12-31: CVE-2026-9 in api (not reachable)');
  expect(render('pretty', { failOn: 'low' })).toContain('low       CVE-2026-3');
  expect(render('pretty', { failOn: 'high' })).toContain(' · 3 high or worse · ');
});

test('colours only where they are asked for', () => {
  expect(render('pretty')).not.toContain('\u001b');
  expect(render('pretty', {}, { color: true })).toContain('\u001b[');
});

const evil = 'a\u001b[2J\r\nb\u202Ec\u0000\u009b31m';

test('nothing that a scanner says drives the terminal, or is wider than it', () => {
  const wide = {
    title: `${evil} ${'x'.repeat(600)}`,
    package: `${evil}${'表'.repeat(200)}`,
    id: `${evil}${'C'.repeat(90)}`,
  };
  const texts: ScanFinding = { ...vulnerability, ...wide, installed: evil, fixedIn: evil, file: evil };
  const text = render('pretty', {
    findings: [texts, { ...texts, image: undefined, kind: 'lint' } as ScanFinding],
    scanners: [{ name: 'trivy', version: evil }],
    diagnostics: [{ code: 'scan/failed', message: evil, exit: 3 }],
    notes: [evil],
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  const rows = text.split('\n').filter((line) => line.startsWith('  critical') || line.startsWith('            '));
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows) expect(displayWidth(row)).toBeLessThanOrEqual(80);
});

test('JSON names every key, and files of an image as they are in it', () => {
  const json = JSON.parse(render('json', {}, { cwd: '/w/apps' }));
  expect(json).toMatchObject({
    version: 1,
    tool: { name: 'dockwarden', version: '1.2.3' },
    images: [{ name: 'api', dockerfile: 'api/Dockerfile', reference: 'acme/api:in-1' }],
    failOn: 'critical',
    ignored: [{ id: 'CVE-2026-9', until: '2026-12-31', reason: 'not reachable' }],
    diagnostics: [{ code: 'scan/failed', file: null, hint: 'Log in.' }],
    summary: { critical: 1, high: 2, medium: 1, low: 1, unknown: 0, ignored: 1, unfixed: 2 },
  });
  expect(json.findings[2]).toEqual({
    scanners: ['trivy'],
    kind: 'secret',
    id: 'aws-access-key-id',
    severity: 'high',
    level: 'error',
    image: 'api',
    package: null,
    installed: null,
    fixedIn: null,
    title: 'AWS key',
    url: null,
    file: '/app/.env',
    line: 3,
  });
  expect(json.findings[4]).toMatchObject({ image: null, file: 'api/Dockerfile', line: 3 });
});

const schemaFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// The schema is of draft 4; nothing in it but the names of its id and dialect means another thing in draft 7.
const { $schema: _dialect, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
const formats = {
  uri: URL.canParse,
  'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
  'date-time': true,
} as const;
const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);

function sarif(given: Partial<ScanOutcome> = {}) {
  const log = JSON.parse(render('sarif', given)) as SarifLog;
  expect(validate(log) || validate.errors).toBe(true);
  return log.runs[0]!;
}

test('SARIF points to the Dockerfile of an image, and to the line of a Dockerfile', () => {
  const { results, tool } = sarif();
  expect(results.map(({ ruleId, locations }) => [ruleId, locations[0]!.physicalLocation])).toEqual(
    [
      ['CVE-2026-1111', 1],
      ['CVE-2026-2', 1],
      ['aws-access-key-id', 1],
      ['CVE-2026-3', 1],
      ['DL4000', 3],
      ['CVE-2026-9', 1],
    ].map(([id, startLine]) => [
      id,
      { artifactLocation: { uri: 'apps/api/Dockerfile', uriBaseId: '%SRCROOT%' }, region: { startLine } },
    ]),
  );
  expect(results[0]).toMatchObject({
    level: 'error',
    message: {
      text: 'CVE-2026-1111 in the image api: libssl3 3.5.1-1 (fixed in 3.5.1-1+deb13u1): openssl: a heap overflow in the parser of certificates',
    },
    suppressions: [],
  });
  expect(results[5]!.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'not reachable', properties: { kind: 'scan.ignore' } },
  ]);
  const rule = tool.driver.rules.find(({ id }) => id === 'CVE-2026-1111');
  expect(rule).toMatchObject({
    helpUri: 'https://avd.aquasec.com/nvd/cve-2026-1111',
    properties: { tags: ['vulnerability', 'security', 'trivy', 'docker-scout'], 'security-severity': '9.5' },
  });
  expect(tool.driver.rules.find(({ id }) => id === 'DL4000')!.properties).not.toHaveProperty('security-severity');
});

test('SARIF is valid whatever stands in it; equal findings have fingerprints of their own', () => {
  const odd = { ...vulnerability, id: evil, title: evil, package: evil, url: undefined } as ScanFinding;
  const { results } = sarif({ findings: [odd, odd, { ...odd, image: undefined, file: '/\uD800 x' } as ScanFinding] });
  const prints = results.map(({ partialFingerprints }) => partialFingerprints['dockwardenScan/v1']);
  expect(new Set(prints).size).toBe(results.length);
});

test('a scan that finds nothing says so', () => {
  const clean = { findings: [], ignored: [], unfixed: 0, diagnostics: [], notes: [] };
  expect(render('pretty', clean)).toBe('1 image: nothing found\nby trivy 0.67.0, hadolint 2.15.1\n');
  expect(sarif(clean).results).toEqual([]);
});
