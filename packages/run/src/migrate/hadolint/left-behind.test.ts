import { readHadolint } from '../../hadolint/read-hadolint.ts';
import { leftBehind } from './left-behind.ts';
import { ruleReasons } from './rule-reasons.ts';
import { rulesBehind } from './rules-behind.ts';

const aliases = new Map([
  ['hadolint:dl3008', ['packages/pinned/apt']],
  ['hadolint:dl3002', ['image/non-root']],
]);
const read = (text: string) => readHadolint('.hadolint.yaml', text);
const left = (text: string) =>
  leftBehind('.hadolint.yaml', read(text), aliases, false).map((each) => `${each.line}: ${each.text}`);

test.each([
  ['failure-threshold: style', '1: when a run fails is for the command line to say: dockwarden lint --fail-on info'],
  ['failure-threshold: none', '1: the exit code is for the command line to say: dockwarden lint || true'],
  ['no-fail: true', '1: the exit code is for the command line to say: dockwarden lint || true'],
  ['format: codeclimate', '1: the format is for the command line to say: dockwarden lint --format gitlab'],
  ['format: codacy', '1: there is no format like codacy: dockwarden lint --help lists ours'],
  ['no-color: true', '1: colours are for the environment to say: NO_COLOR=1'],
  ['verbose: true', '1: what is printed is for the command line to say: dockwarden lint --verbose'],
  ['\ndisable-ignore-pragma: true', expect.stringContaining('2: comments `# hadolint ignore=…` count here as soon as')],
  ['ignored:\n  - DL3008\n  - DL9999', '3: no policy carries DL9999, so nothing has to be said of it'],
  ['override:\n  info: [DL3002, DL9998]', '2: no policy carries DL9998, so nothing has to be said of it'],
])('%j is told', (text, sentence) => {
  expect(left(text)).toEqual([sentence]);
});

test.each([
  'no-fail: false',
  'verbose: false',
  'disable-ignore-pragma: false',
  'ignored: [DL3008, SC2086]',
  '',
  'strict-labels: true',
])('of %j nothing is left', (text) => {
  expect(left(text)).toEqual([]);
});

test('what a setting comes from, with the reason that stands there', () => {
  const file = read('ignored:\n  - DL3008 # the base moves\n  - SC2086\noverride:\n  info: [DL3002] # all of them\n');
  expect([...ruleReasons(file)]).toEqual([['DL3008', 'the base moves']]);
  expect(rulesBehind('packages/pinned/apt', file, aliases)).toBe('hadolint: DL3008 (the base moves)');
  expect(rulesBehind('packages/pinned', file, aliases)).toBe('hadolint: DL3008 (the base moves)');
  expect(rulesBehind('image/non-root', file, aliases)).toBe('hadolint: DL3002');
  expect(rulesBehind('shellcheck:SC2086', file, aliases)).toBe('hadolint: SC2086');
  expect(rulesBehind('labels/known', file, aliases)).toBeUndefined();
});
