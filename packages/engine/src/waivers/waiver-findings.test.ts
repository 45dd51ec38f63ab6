import type { WaiverEntry } from '@dockwarden-internal/policy';
import { positionAt } from '@dockwarden-internal/syntax';
import { type LintFilesOptions, lintFiles } from '../testing/lint-files.ts';
import { noWget, stageUser } from '../testing/policies.ts';
import { waiversOf } from '../testing/waivers-of.ts';
import { codeOwners } from './code-owners.ts';

const FILES = { Dockerfile: 'FROM a AS build\nUSER 1\nRUN wget a\n', 'apps/b/Dockerfile': 'FROM a AS run\nUSER 1\n' };

interface Given extends Omit<LintFilesOptions, 'owners'> {
  readonly owners?: string;
}

/** `severity id: message`, for what is said of waivers. */
function said(entry: Partial<WaiverEntry>, { owners, ...options }: Given = {}): string[] {
  const waivers = waiversOf([entry], owners === undefined ? {} : { owners: codeOwners(owners) });
  return lintFiles(FILES, [noWget, stageUser], { ...options, waivers })
    .filter(({ id }) => id.startsWith('waiver/'))
    .map(({ severity, id, message, place }) => {
      expect(place.source.path).toBe('dockwarden.waivers.yaml');
      expect(positionAt(place.source, place.span.start).line).toBeGreaterThan(2);
      return `${severity} ${id}: ${message}`;
    });
}

test.each<[string, string, string[]]>([
  ['2026-06-01', '2026-01-01', []],
  ['2026-06-01', '2026-05-01', []],
  ['2026-06-01', '2026-05-02', ['info waiver/expiring: the waiver of test/wget ends in 30 days, on 2026-06-01']],
  ['2026-06-01', '2026-05-31', ['info waiver/expiring: the waiver of test/wget ends tomorrow, on 2026-06-01']],
  ['2026-06-01', '2026-06-01', ['info waiver/expiring: the waiver of test/wget ends today, on 2026-06-01']],
  [
    '2026-06-01',
    '2026-06-02',
    ['warning waiver/expired: the waiver of test/wget ended on 2026-06-01: mend what it hid, or renew it'],
  ],
  ['2026-06-30', '2026-01-01', []],
  [
    '2026-07-01',
    '2026-01-01',
    ['error waiver/too-long: the waiver of test/wget lasts 181 days from today, but at most 180 are allowed'],
  ],
])('until %s, seen on %s', (expires, today, expected) => expect(said({ expires }, { today })).toEqual(expected));

test.each<[Partial<WaiverEntry>, string]>([
  [{ policy: 'test/user' }, 'test/user is not reported here: this waiver can go'],
  [{ policy: 'test/wgte' }, 'no policy that ran here is called test/wgte: did you mean test/wget?'],
  [{ policy: 'hadolint:DL3040' }, 'no policy that ran here is called hadolint:DL3040: did you mean hadolint:DL3004?'],
  [{ file: 'libs/**' }, 'no Dockerfile or Compose file fits libs/**'],
  [{ project: 'api' }, 'there is no project api'],
  [{ stage: 'biuld' }, 'no stage here is called biuld: did you mean build?'],
  [{ service: 'db' }, 'no service here is called db'],
])('%j silences nothing', (entry, message) => expect(said(entry)).toEqual([`warning waiver/unused: ${message}`]));

test('one for a policy that is not fit to run is not called unused', () =>
  expect(said({ policy: 'test/broken' }, { names: { isUnfit: (name) => name === 'test/broken' } })).toEqual([]));

test('one that is locked says so', () =>
  expect(said({}, { locked: ['test/wget'] })).toEqual([
    'warning waiver/unused: test/wget is locked by the configuration: no waiver silences it',
  ]));

test('an ended one is not called unused, too', () =>
  expect(said({ policy: 'test/user', expires: '2025-12-01' })).toHaveLength(1));

test.each([
  ['* @acme', []],
  ['* @Acme', []],
  [
    '* @acne',
    [
      'error waiver/owner: @acme owns nothing in CODEOWNERS, so that nobody answers for this waiver: did you mean @acne?',
    ],
  ],
  ['', ['error waiver/owner: @acme owns nothing in CODEOWNERS, so that nobody answers for this waiver']],
])('with CODEOWNERS %j', (owners, expected) => expect(said({}, { owners })).toEqual(expected));

describe('a run over a part of the workspace', () => {
  const both = { file: '**/Dockerfile', policy: 'test/user' };

  test('says nothing of waivers about the rest', () =>
    expect(said({ file: 'apps/b/*', expires: '2025-01-01' }, { paths: ['Dockerfile'] })).toEqual([]));

  test('calls none unused that is about more than the part', () => {
    expect(said(both, { paths: ['Dockerfile'] })).toEqual([]);
    expect(said(both, { paths: Object.keys(FILES) })).toHaveLength(1);
  });

  test('says that one ended that is about the part and more', () =>
    expect(said({ ...both, expires: '2025-01-01' }, { paths: ['Dockerfile'] })).toHaveLength(1));
});
