import { findScanners } from './find-scanners.ts';
import { scanSubjects } from './scan-subjects.ts';
import type { ScanSubject } from './scanner.ts';
import { programStub, versions } from './testing/program-stub.ts';
import { hadolintList, scoutLog, trivyReport } from './testing/recordings.ts';

const api: ScanSubject = { name: 'api', reference: 'acme/api:in-1', where: 'engine' };
const web: ScanSubject = { name: 'web', reference: 'acme/web:in-2', where: 'registry' };
const file: ScanSubject = { name: '-x/Dockerfile', reference: '-x/Dockerfile' };

async function scan(answers: Parameters<typeof programStub>[0], images = [api]) {
  const stub = programStub({ ...versions, ...answers });
  const { found } = await findScanners(stub.run, undefined);
  stub.calls.length = 0;
  const progress: string[] = [];
  const scanned = await scanSubjects(stub.run, {
    scanners: found,
    images,
    dockerfiles: [file],
    cwd: '/w',
    timeout: 5_000,
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  });
  return { ...scanned, calls: stub.calls, progress };
}

test('scanners that are there are asked, each in its own words, where the image is', async () => {
  const answers = { 'trivy image': trivyReport, 'docker scout cves': scoutLog, 'hadolint --format': hadolintList };
  const { findings, diagnostics, calls, progress } = await scan(answers, [api, web]);
  expect(diagnostics).toEqual([]);
  expect(calls.map(({ line }) => line).sort()).toEqual([
    'docker scout cves --format sarif local://acme/api:in-1',
    'docker scout cves --format sarif registry://acme/web:in-2',
    'hadolint --format json --no-fail ./-x/Dockerfile',
    'trivy image --quiet --format json --scanners vuln,secret,misconfig --image-src docker,containerd,podman acme/api:in-1',
    'trivy image --quiet --format json --scanners vuln,secret,misconfig --image-src remote acme/web:in-2',
  ]);
  expect(calls.every(({ options }) => options.timeout === 5_000 && options.cwd === '/w')).toBe(true);
  expect(progress.at(-1)).toBe('5/5');
  const both = findings.filter(({ scanners }) => scanners.length === 2);
  expect(both.map(({ image, id, severity }) => [image, id, severity])).toEqual([
    ['api', 'CVE-2026-2222', 'critical'],
    ['web', 'CVE-2026-2222', 'critical'],
  ]);
  expect(findings).toHaveLength(2 * 6 + 3);
});

test('what one scanner fails at, the others still say', async () => {
  const { findings, diagnostics } = await scan({
    'trivy image': 'panic: nil',
    'docker scout cves': {
      code: 1,
      stderr: '    i Indexing\n\u001b[31m2026-10-02T09:00:00Z  something broke\u001b[0m\n\n',
    },
    'hadolint --format': hadolintList,
  });
  expect(findings).toHaveLength(3);
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['scan/unreadable', 'What trivy prints about api cannot be read'],
    ['scan/failed', 'docker-scout does not scan api: something broke'],
  ]);
});

test('an image that is not in the engine is to be built', async () => {
  const stderr = '* docker error: unable to inspect the image (acme/api:in-1): No such image: acme/api:in-1\n';
  const { diagnostics } = await scan({
    'trivy image': { code: 1, stderr },
    'docker scout cves': scoutLog,
    hadolint: [],
  });
  expect(diagnostics).toMatchObject([{ code: 'scan/failed', hint: 'Build it first: dockwarden build api.', exit: 3 }]);
});

test('a scanner that would fail at everything alike is asked once', async () => {
  const login =
    '        Log in with your Docker ID or email address to use docker scout.\n  You can also log in using Docker Desktop.';
  const { diagnostics, calls } = await scan(
    { 'trivy image': { failure: 'timeout' }, 'docker scout cves': { code: 1, stderr: login }, hadolint: [] },
    [api, web],
  );
  expect(calls.filter(({ line }) => !line.startsWith('hadolint'))).toHaveLength(2);
  expect(diagnostics.map(({ message, hint }) => (hint ? `${message} (${hint})` : message))).toEqual([
    'trivy does not scan api within 5 s (Give it longer with --timeout SECONDS; the first run loads its database.)',
    'trivy is not asked about web, since it would end the same way',
    'docker-scout does not scan api: You can also log in using Docker Desktop. (Docker Scout needs a Docker account: run "docker login".)',
    'docker-scout is not asked about web, since it would end the same way',
  ]);
});
