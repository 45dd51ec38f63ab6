import { parseReference, sourceText } from '@dockwarden-internal/syntax';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { repositoryOf, tagsOf } from './tags-of.ts';

const values = {
  project: 'api',
  image: 'api-worker',
  version: '1.24.3',
  branch: 'feature/x',
  sha: '0123456789abcdef0123456789abcdef01234567',
  date: '2026-11-21T08:05:09Z',
};
const tag = (template: string, more: object = {}) =>
  tagsOf({ repository: 'r/a', templates: [template], values: { ...values, ...more } });

test.each([
  ['{version}', '1.24.3'],
  ['v{version:major}', 'v1'],
  ['{version:minor}', '1.24'],
  ['{branch}', 'feature-x'],
  ['{sha}', values.sha],
  ['{sha:12}', '0123456789ab'],
  ['{branch}-{sha:7}', 'feature-x-0123456'],
  ['{date}', '2026-11-21'],
  ['{date:YYYYMMDD-HHmmss}', '20261121-080509'],
  ['{date:YY.MM}', '26.11'],
  ['{project}-{image}', 'api-api-worker'],
  ['latest', 'latest'],
])('%s is %s', (template, wanted) => {
  expect(tag(template)).toEqual({ references: [`r/a:${wanted}`], afterBuild: [], notes: [], diagnostics: [] });
});

test.each([
  ['{sha:7}', { sha: `${values.sha}-dirty` }, '0123456-dirty'],
  ['{version}', { version: '1.0.0+build.5' }, '1.0.0-build.5'],
  ['{branch}', { branch: '-rf; $(x) `y`' }, 'rf-x-y'],
  ['{branch}', { branch: 'ärger/ü' }, 'rger'],
  ['{tag}', { tag: 'api@1.2.0' }, 'api-1.2.0'],
  ['{digest:12}', { digest: `sha256:${'ab'.repeat(32)}` }, 'abababababab'],
  ['{digest}', { digest: `sha256:${'ab'.repeat(32)}` }, 'ab'.repeat(32)],
])('%s with %j is %s', (template, more, wanted) => {
  expect(tag(template, more).references).toEqual([`r/a:${wanted}`]);
});

test('long branches that begin alike stay two tags of 128 characters', () => {
  const [one, two] = ['1', '2'].map((end) => tag('{branch}', { branch: 'x'.repeat(200) + end }).references[0]!);
  expect(one).not.toBe(two);
  expect([one!.length, two!.length]).toEqual([132, 132]);
});

test('a tag without a value is left out with a note', () => {
  expect(tag('{version}-{tag}', { version: undefined })).toMatchObject({
    references: [],
    notes: ['The tag "{version}-{tag}" is left out: there is no version and no tag.'],
    diagnostics: [],
  });
  expect(tag('{version:major}', { version: '2.0.0-rc.1' }).notes).toHaveLength(1);
  expect(tag('{branch}', { branch: '///' }).notes).toHaveLength(1);
});

test('a tag of the digest waits for the build', () => {
  expect(tag('{version}-{digest:8}').afterBuild).toEqual(['{version}-{digest:8}']);
  expect(tag('{tag}-{digest}').notes).toEqual(['The tag "{tag}-{digest}" is left out: there is no tag.']);
});

test('equal tags are written once', () => {
  expect(tagsOf({ repository: 'r', templates: ['a', '{x}', 'a'], values }).references).toEqual(['r:a']);
});

describe('faults', () => {
  test.each([
    ['v{vesion}', 'character 2: {vesion} is no placeholder', 'Did you mean {version}?'],
    ['{commitHash}', '{commitHash} is no placeholder', 'There are {project}'],
    ['{sha:0}', '{sha:N} takes a number', undefined],
    ['{sha:x}', '{sha:N} takes a number', undefined],
    ['{date:yyyy}', '{date:FORMAT} takes YYYY', undefined],
    ['{date:-}', '{date:FORMAT} takes YYYY', undefined],
    ['{branch:3}', '{branch} takes nothing', undefined],
    ['{version:patch}', 'takes :major or :minor', undefined],
    ['{version', 'character 1: the "{" is not closed', undefined],
    ['a}b', 'character 2: there is no "{"', undefined],
    ['{}', '{} is no placeholder', 'There are'],
    ['{constructor}', '{constructor} is no placeholder', undefined],
    ['a b', 'makes no valid tag', 'Use letters'],
    ['ghcr.io/x:{version}', 'makes no valid tag', 'A template is of the tag alone'],
    ['.{version}', 'makes no valid tag', undefined],
    ['', 'makes no valid tag', undefined],
  ])('%j: %s', (template, message, hint) => {
    const [fault, ...more] = tag(template).diagnostics;
    expect([fault!.message, more]).toEqual([expect.stringContaining(message), []]);
    if (hint !== undefined) expect(fault!.hint).toContain(hint);
    expect(fault!.exit).toBe(2);
  });

  test('point at the words in the configuration', () => {
    const source = sourceText('dockwarden.yaml', 'build:\n  tags: ["v{vesion}"]\n');
    const span = { start: 16, end: 27 };
    const [fault] = tagsOf({
      repository: 'r',
      templates: ['v{vesion}'],
      values,
      placeOf: () => ({ source, span }),
    }).diagnostics;
    const { start, end } = fault!.place!.span;
    expect(source.text.slice(start, end)).toBe('{vesion}');
  });
});

test('whatever a value holds, what comes out is a reference with that tag', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string());
  fc.assert(
    fc.property(text, text, (branch, version) => {
      const { references, notes, diagnostics } = tagsOf({
        repository: 'r',
        templates: ['{branch}_{version}'],
        values: { branch, version },
      });
      expect(diagnostics).toEqual([]);
      expect(references.length + notes.length).toBe(1);
      for (const each of references)
        expect(parseReference(each)).toMatchObject({ familiarName: 'r', digest: undefined });
    }),
  );
});

test.each([
  ['ghcr.io/acme/{image}', { image: '@acme/api' }, 'ghcr.io/acme/acme-api'],
  ['{project}', { project: 'My_App' }, 'my_app'],
  ['localhost:5000/{image}', { image: 'a.b' }, 'localhost:5000/a.b'],
])('the repository %s with %j is %s', (template, more, wanted) => {
  expect(repositoryOf(template, more)).toBe(wanted);
});

test.each(['ghcr.io/acme/{image}:1', 'acme/Team/{image}', '{version}', 'https://ghcr.io/a', 'a b', '{imge}'])(
  'no repository: %s',
  (template) => {
    expect(repositoryOf(template, { image: 'api' })).toMatchObject({ exit: 2, hint: expect.any(String) });
  },
);
