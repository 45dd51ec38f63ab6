import { lintFiles, type TestPolicy } from '../testing/lint-files.ts';
import { noWget } from '../testing/policies.ts';
import { said } from '../testing/said.ts';
import { waiversOf } from '../testing/waivers-of.ts';
import { withBaseline } from './baseline.ts';
import { changeBaseline } from './change-baseline.ts';

const labels: TestPolicy = {
  id: 'test/labels',
  on: 'stage',
  require: { labels: { hasAll: ['a', 'b', 'c'] } },
  message: 'missing: {{ missing }}',
};
const none: ReadonlySet<string> = new Set();
const lint = (text: string) => lintFiles(text, [noWget, labels]);
const baselineOf = (text: string) => changeBaseline(undefined, lint(text), { locked: none, acceptNew: false }).known;
const left = (text: string, known: ReturnType<typeof baselineOf>, locked = none) =>
  withBaseline(lint(text), known, locked)
    .filter(({ suppressed }) => !suppressed)
    .map(said);

const BEFORE = 'FROM scratch\nLABEL a=1 b=2 c=3\nRUN wget a\n';

test('what was known is marked, wherever its lines have gone', () => {
  const known = baselineOf(BEFORE);
  expect(left(BEFORE, known)).toEqual([]);
  expect(left(`# a comment\n\n${BEFORE}`, known)).toEqual([]);
});

test('what is new is reported', () =>
  expect(left(`${BEFORE}RUN wget b\n`, baselineOf(BEFORE))).toEqual(['4 test/wget "wget b"']));

test('one that was found once is known once', () => {
  const known = baselineOf('FROM scratch\nLABEL a=1 b=2 c=3\nRUN wget a\n');
  expect(left('FROM scratch\nLABEL a=1 b=2 c=3\nRUN wget a; wget a\n', known)).toEqual(['3 test/wget "wget a"']);
});

test('one that is silenced anyway leaves what is known to another', () => {
  const [found] = lint(BEFORE);
  const silenced = { ...found!, suppressed: { kind: 'waiver', reason: 'agreed' } as const };
  const marked = withBaseline([silenced, found!], baselineOf(BEFORE), none);
  expect(marked.map(({ suppressed }) => suppressed?.kind)).toEqual(['waiver', 'baseline']);
});

test('one that lists several things is known only where all of them are', () => {
  const known = baselineOf('FROM scratch\nLABEL a=1\n');
  expect(Object.values(known['test/labels']!).flat()).toHaveLength(2);
  expect(left('FROM scratch\nLABEL a=1\n', known)).toEqual([]);
  expect(left('FROM scratch\nLABEL a=1 b=2\n', known)).toEqual([]);
  expect(left('FROM scratch\n', known)).toEqual(['1 test/labels "scratch"']);
});

test('what is locked is never known', () => {
  expect(left(BEFORE, baselineOf(BEFORE), new Set(['test/wget']))).toEqual(['3 test/wget "wget a"']);
  const locked = new Set(['hadolint:dl3004']);
  expect(changeBaseline(undefined, lint(BEFORE), { locked, acceptNew: true }).count).toBe(0);
});

test('what is said of waivers and comments is never known', () => {
  const text = '# dockwarden-ignore-file test/nothing\nFROM x\n';
  const findings = lintFiles(text, [noWget], { waivers: waiversOf([{}]) });
  expect(findings.map(({ id }) => id).sort()).toEqual(['suppression/unused', 'waiver/unused']);
  expect(changeBaseline(undefined, findings, { locked: none, acceptNew: false }).count).toBe(0);
});
