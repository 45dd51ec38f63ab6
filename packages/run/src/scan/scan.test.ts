import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { programStub, versions } from '@dockwarden-internal/build/scan/testing/program-stub';
import { hadolintList, scoutLog, trivyReport } from '@dockwarden-internal/build/scan/testing/recordings';
import { scan } from './scan.ts';
import type { ScanOptions } from './scan-options.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const metadata = (image: string, from: string) =>
  JSON.stringify({
    version: 1,
    image,
    key: 'a'.repeat(64),
    content: 'b'.repeat(64),
    from,
    digests: {},
    tags: [],
    labels: {},
    platforms: [],
    bases: [],
    layers: [],
    volatile: [],
  });

const workspace: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "shop", "workspaces": ["apps/*"] }',
  'apps/api/package.json': '{ "name": "api" }',
  'apps/api/Dockerfile': 'FROM node:22\nCOPY . .\n',
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/Dockerfile': 'FROM nginx:1.29\nCOPY . /usr/share/nginx/html\n',
  'dist/docker/api/metadata.json': metadata('api', 'built'),
  'dist/docker/web/metadata.json': metadata('web', 'registry'),
};

const answers = {
  ...versions,
  'trivy image': trivyReport,
  'docker scout cves': scoutLog,
  'hadolint --format': hadolintList,
};

async function run(
  given: Partial<ScanOptions> = {},
  files = {},
  programs: Parameters<typeof programStub>[0] = answers,
) {
  const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-scan-')));
  folders.push(cwd);
  for (const [path, text] of Object.entries<string | undefined>({ ...workspace, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const stub = programStub(programs);
  const outcome = await scan({ cwd, now: new Date('2026-10-02T10:00:00Z'), run: stub.run, ...given });
  return { ...outcome, lines: stub.calls.map(({ line }) => line) };
}

const config = (scan: string) => ({ 'dockwarden.yaml': `dockwarden: config/v1\nscan: ${scan}\n` });

test('scans what the last builds left, where they left it, and each Dockerfile', async () => {
  const { lines, findings, images, scanners, diagnostics, exitCode } = await run();
  expect(diagnostics).toEqual([]);
  expect(images).toEqual([
    { name: 'api', dockerfile: 'apps/api/Dockerfile', reference: `dockwarden.local/api:in-${'a'.repeat(64)}` },
    { name: 'web', dockerfile: 'apps/web/Dockerfile', reference: `dockwarden.local/web:in-${'a'.repeat(64)}` },
  ]);
  expect(scanners.map(({ name, version }) => `${name} ${version}`)).toEqual([
    'trivy 0.67.0',
    'docker-scout 1.18.3',
    'hadolint 2.15.1',
  ]);
  expect(lines).toContain(`docker scout cves --format sarif local://dockwarden.local/api:in-${'a'.repeat(64)}`);
  expect(lines).toContain(`docker scout cves --format sarif registry://dockwarden.local/web:in-${'a'.repeat(64)}`);
  expect(lines).toContain('hadolint --format json --no-fail ./apps/web/Dockerfile');
  expect(findings.filter(({ image }) => image === 'api')).toHaveLength(6);
  expect(findings.filter(({ image }) => image === undefined)).toHaveLength(6);
  expect(exitCode).toBe(1);
});

test('only images that are asked for; one that is not there is said before anything is started', async () => {
  expect((await run({ projects: ['web'] })).images.map(({ name }) => name)).toEqual(['web']);
  const { exitCode, diagnostics, lines } = await run({ images: ['apu'] });
  expect(diagnostics).toMatchObject([{ code: 'image/unknown', hint: 'did you mean api?' }]);
  expect([exitCode, lines]).toEqual([2, []]);
});

test('the configuration decides what options leave open', async () => {
  const files = config('{ scanners: [hadolint], failOn: high }');
  const { lines, failOn, exitCode } = await run({}, files);
  expect(lines.every((line) => line.startsWith('hadolint'))).toBe(true);
  expect([failOn, exitCode]).toEqual(['high', 1]);
  const given = await run({ scanners: ['hadolint'], failOn: 'critical' }, config('{ scanners: [trivy], failOn: low }'));
  expect([given.failOn, given.exitCode]).toEqual(['critical', 0]);
});

test('vulnerabilities without a fix are left out where that is wanted, and nothing else is', async () => {
  const { findings, unfixed } = await run({ images: ['api'] }, config('{ ignoreUnfixed: true }'));
  expect(findings.map(({ id }) => id)).toEqual([
    'aws-access-key-id',
    'CVE-2026-2222',
    'CVE-2026-1111',
    'DS002',
    'DL4000',
    'DL3007',
    'SC2086',
  ]);
  expect(unfixed).toBe(2);
});

test('what is ignored does not fail until it is over', async () => {
  const ignore = (until: string) =>
    ['CVE-2026-1111', 'CVE-2026-2222', 'aws-access-key-id'].map(
      (id) => `{ id: ${id}, until: ${until}, reason: known }`,
    );
  const now = await run({ images: ['api'] }, config(`{ ignore: [${ignore('2026-10-02').join(', ')}] }`));
  expect([now.exitCode, now.ignored.length, now.notes]).toEqual([0, 3, []]);
  const over = await run({ images: ['api'] }, config(`{ ignore: [${ignore('2026-10-01').join(', ')}] }`));
  expect([over.exitCode, over.ignored.length]).toEqual([1, 0]);
  expect(over.notes).toContain('CVE-2026-1111 was ignored until 2026-10-01 and is back (known)');
});

test('an image that was not built is said, and the others are scanned', async () => {
  const { diagnostics, findings, exitCode } = await run({}, { 'dist/docker/web/metadata.json': undefined });
  expect(diagnostics).toEqual([
    {
      code: 'scan/not-built',
      message: 'web is not scanned: no build of it is known here',
      hint: 'Build it first: dockwarden build web.',
      exit: 3,
    },
  ]);
  expect(findings.some(({ image }) => image === 'api')).toBe(true);
  expect(exitCode).toBe(3);
});

test('no scanner at all, one for Dockerfiles alone, and an interruption', async () => {
  const none = await run({}, {}, {});
  expect([none.exitCode, none.diagnostics.map(({ code }) => code)]).toEqual([3, ['scan/none']]);
  const { 'hadolint --version': version } = versions;
  const lint = await run({}, {}, { 'hadolint --version': version, 'hadolint --format': [] });
  expect(lint.notes).toEqual(['only Dockerfiles are looked at: trivy or docker-scout scan the images themselves']);
  expect([lint.exitCode, lint.images[0]]).toEqual([0, { name: 'api', dockerfile: 'apps/api/Dockerfile' }]);
  const stopped = await run({}, {}, { ...answers, 'trivy image': { failure: 'interrupted' } });
  expect(stopped.exitCode).toBe(130);
});
