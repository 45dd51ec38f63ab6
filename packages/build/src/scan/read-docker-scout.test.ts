import { readDockerScout } from './read-docker-scout.ts';
import { scoutLog } from './testing/recordings.ts';

const subject = { name: 'api', reference: 'acme/api:in-1' };

const expected = [
  {
    scanners: ['docker-scout'],
    kind: 'vulnerability',
    id: 'CVE-2026-2222',
    severity: 'critical',
    image: 'api',
    package: '@acme/merge',
    installed: '4.17.4',
    fixedIn: '4.17.21',
    title: 'Improperly Controlled Modification of Object Prototype',
    url: 'https://scout.docker.com/v/CVE-2026-2222?s=github&n=merge&ns=%40acme&t=npm',
    file: '/app/node_modules/@acme/merge/package.json',
  },
  {
    scanners: ['docker-scout'],
    kind: 'vulnerability',
    id: 'CVE-2026-4444',
    severity: 'medium',
    image: 'api',
    package: 'tar',
    installed: '1.35+dfsg-3.1',
    title: 'CVE-2026-4444',
    url: 'https://scout.docker.com/v/CVE-2026-4444?s=debian&n=tar&ns=debian&t=deb',
  },
];

test('reads a vulnerability for each package that a rule names', () => {
  expect(readDockerScout(JSON.stringify(scoutLog), subject)).toEqual(expected);
});

test('reads the log in front of what old versions print behind it', () => {
  const text = `${JSON.stringify(scoutLog, undefined, 2)}\n\nWhat's Next?\n  View {base image} updates → docker scout recommendations a\n\n`;
  expect(readDockerScout(text, subject)).toEqual(expected);
});

test('a vulnerability of several packages is one finding for each, and one of none is still one', () => {
  const rules = [
    { id: 'CVE-1', properties: { purls: ['pkg:apk/alpine/ssl@3.1', 'pkg:apk/alpine/crypto@3.1', 'nonsense'] } },
    { id: 'CVE-2' },
    { shortDescription: { text: 'without an id' } },
  ];
  const log = { version: '2.1.0', runs: [{ tool: { driver: { rules } } }] };
  const findings = readDockerScout(JSON.stringify(log), subject)!;
  expect(findings.map((finding) => [finding.id, finding.package, finding.severity])).toEqual([
    ['CVE-1', 'ssl', 'unknown'],
    ['CVE-1', 'crypto', 'unknown'],
    ['CVE-2', undefined, 'unknown'],
  ]);
});

test('an image without vulnerabilities has no rules', () => {
  const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'docker scout' } }, results: [] }] };
  expect(readDockerScout(JSON.stringify(log), subject)).toEqual([]);
});

test.each(['', 'ERROR', '{}', '{"version":"2.1.0"}', '{"version":"1.0.0","runs":[{}]}', '{ "version": "2.1.0",\n}'])(
  'is no log: %j',
  (text) => expect(readDockerScout(text, subject)).toBeUndefined(),
);
