import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { lint } from '../../lint.ts';
import { migrateHadolint } from './migrate-hadolint.ts';

/** One of each kind that hadolint has something to say about. */
const DOCKERFILE = `FROM docker.io/library/debian
FROM --platform=linux/amd64 quay.io/acme/base:latest AS base
LABEL maintainer="nobody" version="x"
MAINTAINER me
WORKDIR app
RUN cd /tmp
RUN sudo apt-get update && apt-get install curl
RUN apt upgrade && wget https://example.com/a | sh
RUN pip install x && npm install y && apk add z
ADD a.txt /a/
COPY --from=nobody b c
USER root
EXPOSE 99999
CMD node server.js
`;

const RULES = [
  'DL3000',
  'DL3002',
  'DL3006',
  'DL3007',
  'DL3008',
  'DL3009',
  'DL3013',
  'DL3015',
  'DL3018',
  'DL3020',
  'DL3025',
];
const MORE = [
  'DL3026',
  'DL3027',
  'DL3029',
  'DL3042',
  'DL3045',
  'DL3049',
  'DL3051',
  'DL3059',
  'DL4000',
  'DL4001',
  'DL4006',
];

const rules = fc.subarray([...RULES, ...MORE], { maxLength: 6 });
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const document = fc
  .record({
    ignored: some(rules),
    override: some(fc.record({ error: some(rules), warning: some(rules), info: some(rules), style: some(rules) })),
    trustedRegistries: some(fc.subarray(['docker.io', 'quay.io', 'ghcr.io'])),
    'label-schema': some(fc.constantFrom({ maintainer: 'email' }, { version: 'semver', contact: 'text' })),
    'strict-labels': some(fc.boolean()),
    'failure-threshold': some(fc.constant('warning')),
  })
  .map((given) => JSON.parse(JSON.stringify(given)) as Record<string, unknown>);

const config = fc.constantFrom<Record<string, unknown> | undefined>(
  undefined,
  { extends: ['dockwarden:strict', 'dockwarden:peers/hadolint'] },
  { policies: { 'packages/pinned': 'error', 'image/non-root': 'off' } },
  {
    extends: ['dockwarden:peers/hadolint'],
    policies: {
      'packages/pinned/apt': 'error',
      'supply-chain/trusted-registries': { params: { registries: ['x.io'] } },
    },
    overrides: [{ files: ['apps/api/**'], policies: { 'runtime/exec-form': 'error', 'packages/apt-lean': 'off' } }],
    locked: ['image/tagged'],
  },
  { extends: ['peers/hadolint'], policies: { 'hadolint:DL3008': 'warning', 'labels/required': 'error' } },
);

test('what has a name in hadolint is found before and after, as severe, or it is said that it is not', async () => {
  await fc.assert(
    fc.asyncProperty(some(document), some(document), some(document), config, async (root, api, deep, own) => {
      const folder = mkdtempSync(join(tmpdir(), 'dockwarden-hadolint-'));
      const put = (path: string, text: string) => {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      };
      try {
        for (const path of ['Dockerfile', 'apps/api/Dockerfile', 'apps/api/docker/Dockerfile', 'apps/web/Dockerfile'])
          put(path, DOCKERFILE);
        const files = [
          ['.hadolint.yaml', root ?? {}],
          ['apps/api/.hadolint.yml', api],
          ['apps/api/docker/.hadolint.yaml', deep],
        ] as const;
        for (const [path, data] of files) if (data) put(path, stringify(data));
        // Before, with the packs that the configuration is going to have.
        const before = { dockwarden: 'config/v1', ...(own ?? { extends: ['dockwarden:peers/hadolint'] }) };
        put('dockwarden.yaml', stringify(before));
        const expected = await findings(folder);
        if (!own) rmSync(join(folder, 'dockwarden.yaml'));

        const outcome = await migrateHadolint({ cwd: folder, dryRun: false, remove: true });
        expect(outcome).toMatchObject({ exit: 0, diagnostics: [] });
        // What cannot be said by overrides that others follow is told; all else is the same.
        const told = outcome.left.flatMap(({ text }) => /what it says of (\S+) cannot be said/.exec(text)?.[1] ?? []);
        if (!own?.['overrides']) expect(told).toEqual([]);
        const others = (lines: string[]) => lines.filter((line) => !told.some((id) => line.includes(id)));
        expect(others(await findings(folder))).toEqual(others(expected));
        expect(expected.length).toBeGreaterThan(0);

        for (const [path, data] of files) if (data) put(path, stringify(data));
        const again = await migrateHadolint({ cwd: folder, dryRun: true, remove: false });
        expect(again.changes.map(({ state }) => state)).toEqual(['same']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

async function findings(cwd: string): Promise<string[]> {
  const outcome = await lint({ cwd, noCache: true });
  expect(outcome.report.diagnostics).toEqual([]);
  return outcome.report.findings
    .filter(({ aliases }) => aliases.some((alias) => alias.startsWith('hadolint:')))
    .map(({ id, severity, place }) => `${place.source.path}:${place.span.start} ${id} ${severity}`)
    .sort();
}
