import { buildWorld } from '@dockwarden-internal/facts';
import { indexChecks } from './check-index.ts';
import { builtExample } from './examples/built-example.ts';
import { memoryFiles } from './examples/memory-files.ts';
import { lintBuilt } from './lint-built.ts';
import { checksOfPolicies, lintFiles, type TestPolicy } from './testing/lint-files.ts';
import { waiversOf } from './testing/waivers-of.ts';
import type { Waivers } from './waivers/waivers.ts';

const noRoot: TestPolicy = { id: 'test/root', on: 'built', require: { root: false }, message: '{{ name }} is root' };
const stages: TestPolicy = { id: 'test/stage', on: 'stage', forbid: { index: 0 } };

function found(text: string, locked: readonly string[] = [], waivers?: Waivers) {
  const world = buildWorld({
    fs: memoryFiles({ Dockerfile: text }),
    workspace: { root: '/workspace', tool: 'folder', projects: [] },
    settings: {},
    files: [],
    builds: [builtExample({ user: 'root' })],
  });
  const index = indexChecks(checksOfPolicies([noRoot, stages]));
  return lintBuilt({
    world,
    checksFor: () => index,
    today: '2026-01-01',
    locked: new Set(locked),
    ...(waivers && { waivers }),
  });
}

test('only policies on built images run', () => {
  expect(found('FROM a\n').map(({ id, message }) => [id, message])).toEqual([['test/root', 'app is root']]);
});

test('a comment above the FROM silences, unless it is locked; others are not called unused here', () => {
  const silenced = '# dockwarden-ignore test/root test/stage -- so it is\nFROM a\n';
  expect(found(silenced).map(({ suppressed }) => suppressed)).toEqual([{ kind: 'inline', reason: 'so it is' }]);
  expect(found(silenced, ['test/root']).map(({ suppressed }) => suppressed)).toEqual([null]);
});

test.each([
  ['Dockerfile', 'app', 1],
  ['Dockerfile', 'base', 0],
  ['other/Dockerfile', 'app', 0],
])('a waiver for %s, stage %s', (file, stage, waived) => {
  const waivers = waiversOf([{ policy: 'test/root', file, stage }]);
  expect(found('FROM a AS base\nFROM base AS app\n', [], waivers).filter(({ suppressed }) => suppressed)).toHaveLength(
    waived,
  );
});

test('a lint does not call such a comment unused', () => {
  const ids = (text: string) => lintFiles(text, [noRoot]).map(({ id, message }) => `${id}: ${message}`);
  expect(ids('# dockwarden-ignore test/root\nFROM a\n')).toEqual([]);
  expect(ids('# dockwarden-ignore test/rot\nFROM a\n')).toHaveLength(1);
});
