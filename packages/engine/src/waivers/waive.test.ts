import type { WaiverEntry } from '@dockwarden-internal/policy';
import { type LintFilesOptions, lintFiles } from '../testing/lint-files.ts';
import { noWget, serviceRestart, stageUser } from '../testing/policies.ts';
import { said } from '../testing/said.ts';
import { waiversOf } from '../testing/waivers-of.ts';

type Files = Parameters<typeof lintFiles>[0];

/** What policies find, with what silences it; what is said of waivers is tested beside. */
function lint(files: Files, entries: readonly Partial<WaiverEntry>[], options: LintFilesOptions = {}) {
  return lintFiles(files, [noWget, stageUser, serviceRestart], { ...options, waivers: waiversOf(entries) })
    .filter(({ id }) => id.startsWith('test/'))
    .map(said);
}

const TWO_STAGES = 'FROM a AS build\nRUN wget a\nFROM b AS Run\nUSER 1\nRUN wget b\n';

test.each<[Partial<WaiverEntry>, string[]]>([
  [{}, ['2 test/wget "wget a" [so]', '5 test/wget "wget b" [so]']],
  [{ policy: 'HADOLINT:DL3004' }, ['2 test/wget "wget a" [so]', '5 test/wget "wget b" [so]']],
  [{ policy: 'test/user' }, ['2 test/wget "wget a"', '5 test/wget "wget b"']],
  [{ stage: 'BUILD' }, ['2 test/wget "wget a" [so]', '5 test/wget "wget b"']],
  [{ stage: 'run' }, ['2 test/wget "wget a"', '5 test/wget "wget b" [so]']],
  [{ stage: '0' }, ['2 test/wget "wget a"', '5 test/wget "wget b"']],
  [{ file: 'apps/**' }, ['2 test/wget "wget a"', '5 test/wget "wget b"']],
  [{ file: '*' }, ['2 test/wget "wget a" [so]', '5 test/wget "wget b" [so]']],
  [{ expires: '2026-01-01' }, ['2 test/wget "wget a" [so]', '5 test/wget "wget b" [so]']],
  [{ expires: '2025-12-31' }, ['2 test/wget "wget a"', '5 test/wget "wget b"']],
])('%j', (entry, expected) => expect(lint(TWO_STAGES, [entry])).toEqual(expected));

test('a stage covers what is missing in it, and what it inherits', () => {
  const inherited = 'FROM a AS x\nUSER root\nFROM x AS y\nRUN one\n';
  expect(lint(inherited, [{ policy: 'test/user', stage: 'y' }])).toEqual(['2 test/user "root" [so]']);
});

test('a service covers what is missing in it', () => {
  const files = { 'compose.yaml': 'services:\n  api:\n    image: a\n  web:\n    image: b\n' };
  const entry = { policy: 'test/restart', file: 'compose.yaml', service: 'web' };
  expect(lint(files, [entry])).toEqual(['2 test/restart "api"', '4 test/restart "web" [so]']);
});

const projects = ['api', 'web'].map((name) => ({
  name,
  root: `apps/${name}`,
  tags: [],
  manifests: [],
  lockfiles: [],
  dependencies: [],
  closure: [],
}));

test('a project covers its files alone', () => {
  const files = {
    'apps/api/Dockerfile': 'FROM a\nUSER 1\nRUN wget a\n',
    'apps/web/Dockerfile': 'FROM a\nUSER 1\nRUN wget b\n',
  };
  expect(lint(files, [{ project: 'api' }], { workspace: { projects } as never })).toEqual([
    '3 test/wget "wget a" [so]',
    '3 test/wget "wget b"',
  ]);
});

test('a comment speaks first, and a waiver that would is not unused', () => {
  const findings = lintFiles('FROM a\nUSER 1\n# dockwarden-ignore test/wget -- near\nRUN wget a\n', [noWget], {
    waivers: waiversOf([{}]),
  });
  expect(findings.map(said)).toEqual(['4 test/wget "wget a" [near]']);
});

test('what is locked is not waived', () => {
  expect(lint('FROM a\nUSER 1\nRUN wget a\n', [{}], { locked: ['test/wget'] })).toEqual(['3 test/wget "wget a"']);
  expect(lint('FROM a\nUSER 1\nRUN wget a\n', [{}], { locked: ['hadolint:DL3004'] })).toEqual(['3 test/wget "wget a"']);
});

test('a waived finding says by whom, until when, and where that is written', () => {
  const [finding] = lintFiles('FROM a\nUSER 1\nRUN wget a\n', [noWget], { waivers: waiversOf([{}]) });
  expect(finding!.suppressed).toEqual({
    kind: 'waiver',
    reason: 'so',
    owner: '@acme',
    until: '2026-06-01',
    writtenAt: 'dockwarden.waivers.yaml:3',
  });
});
