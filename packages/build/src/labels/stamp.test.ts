import { describe, expect, test } from '@jest/globals';
import type { Repository } from '../git/repository.ts';
import { sampleInputs } from '../git/testing/sample-inputs.ts';
import type { EffectiveArg } from '../model/image-inputs.ts';
import type { ImageRequest } from '../model/image-request.ts';
import { OCI_KEYS } from './oci-keys.ts';
import { type StampRequest, stampOf } from './stamp.ts';

const now = new Date('2026-11-21T10:00:00.500Z');
const time = Date.parse('2026-11-20T08:00:00Z') / 1000;
const commit = 'a'.repeat(40);
const head = 'f'.repeat(40);
const repository = { head, headTime: time + 60, source: 'https://github.com/acme/shop' } as Repository;
const shallow = {
  unknown: { code: 'git/shallow', message: 'The clone is shallow.', hint: 'Unshallow.', exit: 2 as const },
};
const absent = { code: 'git/no-repository', message: 'The workspace is in no git repository.', exit: 3 as const };

function stamp(more: Partial<StampRequest> = {}, request: Partial<ImageRequest> = {}, args: EffectiveArg[] = []) {
  const inputs = sampleInputs('api', []);
  const image = { ...inputs.image, request: { ...inputs.image.request, ...request } };
  const revision = { commit, time };
  const made = stampOf({
    repository,
    revision,
    dirty: [],
    now,
    pushing: false,
    ...more,
    inputs: { ...inputs, image, args },
  });
  if ('code' in made) throw new Error(made.message);
  return made;
}
const oci = (labels: ReadonlyMap<string, string>, key: string) => labels.get(`org.opencontainers.image.${key}`);

test('every key of the specification and every one of ours is written, so that none of a base shows through', () => {
  const { labels } = stamp();
  for (const key of OCI_KEYS) expect(oci(labels, key)).toEqual(expect.any(String));
  expect([...labels.keys()].filter((key) => key.startsWith('dev.dockwarden.'))).toEqual([
    'dev.dockwarden.image',
    'dev.dockwarden.project',
    'dev.dockwarden.dirty',
    'dev.dockwarden.revision',
  ]);
  expect([oci(labels, 'vendor'), oci(labels, 'version'), oci(labels, 'base.digest')]).toEqual(['', '', '']);
});

test('the values come from git, the manifest and the base image', () => {
  const manifest = {
    name: '@acme/api',
    version: '1.2.3',
    description: 'The\nshop',
    license: 'MIT',
    author: 'A <a@b.c>',
    homepage: 'https://acme.example',
  };
  const made = stamp({ manifest, base: { name: 'docker.io/library/node:22', digest: 'sha256:1' } });
  expect(Object.fromEntries(OCI_KEYS.map((key) => [key, oci(made.labels, key)]))).toEqual({
    created: '2026-11-20T08:00:00Z',
    revision: commit,
    source: 'https://github.com/acme/shop',
    version: '1.2.3',
    title: '@acme/api',
    description: 'The shop',
    licenses: 'MIT',
    authors: 'A <a@b.c>',
    url: 'https://acme.example',
    vendor: '',
    documentation: '',
    'ref.name': '',
    'base.name': 'docker.io/library/node:22',
    'base.digest': 'sha256:1',
  });
  expect(made).toMatchObject({
    revision: commit,
    created: '2026-11-20T08:00:00Z',
    epoch: time,
    dirty: false,
    notes: [],
  });
});

test('annotations are the labels of the specification that have a value, and those asked for', () => {
  const { annotations } = stamp({}, { annotations: new Map([['a', 'b']]) });
  expect([...annotations.keys()].sort()).toEqual([
    'a',
    ...['created', 'revision', 'source', 'title', 'url'].map((key) => `org.opencontainers.image.${key}`),
  ]);
});

test('labels of the request win', () => {
  const labels = new Map([
    ['org.opencontainers.image.vendor', 'Acme'],
    ['org.opencontainers.image.title', 'Shop'],
    ['tier', 'web'],
  ]);
  const made = stamp({}, { labels });
  expect([oci(made.labels, 'vendor'), oci(made.labels, 'title'), made.labels.get('tier')]).toEqual([
    'Acme',
    'Shop',
    'web',
  ]);
});

test.each([
  ['UNLICENSED', ''],
  ['SEE LICENSE IN LICENSE.txt', ''],
  ['(MIT OR Apache-2.0)', '(MIT OR Apache-2.0)'],
])('the license %s is %j', (license, wanted) => {
  expect(oci(stamp({ manifest: { license } }).labels, 'licenses')).toBe(wanted);
});

test('dirty inputs mark the revision', () => {
  const made = stamp({ dirty: [{ path: 'a', how: 'modified' }] });
  expect([made.dirty, oci(made.labels, 'revision'), made.revision]).toEqual([true, `${commit}-dirty`, commit]);
  expect(made.labels.get('dev.dockwarden.dirty')).toBe('true');
});

test('revision: head names HEAD and its date', () => {
  const made = stamp({}, { revision: 'head' });
  expect([made.revision, made.epoch, made.labels.get('dev.dockwarden.revision')]).toEqual([head, time + 60, 'head']);
});

test('created: build is now, and nothing that the key covers', () => {
  const made = stamp({}, { created: 'build' });
  expect([made.created, made.epoch]).toEqual([undefined, Math.floor(now.getTime() / 1000)]);
  expect(oci(made.labels, 'created')).toBe('2026-11-21T10:00:00Z');
});

test('a date in the future is now, with a note', () => {
  const made = stamp({ revision: { commit, time: time + 10 ** 9 } });
  expect([made.created, made.notes.length]).toEqual(['2026-11-21T10:00:00Z', 1]);
});

describe('without the history', () => {
  test('HEAD is named and marked', () => {
    const made = stamp({ revision: shallow });
    expect([made.revision, oci(made.labels, 'revision'), made.created]).toEqual([
      undefined,
      head,
      '2026-11-20T08:01:00Z',
    ]);
    expect(made.labels.get('dev.dockwarden.revision')).toBe('unknown');
    expect(made.notes).toEqual(['HEAD is named instead. The clone is shallow.']);
  });

  test('nothing is pushed, unless the revision is given', () => {
    const inputs = sampleInputs('api', []);
    const request = { inputs, repository, revision: shallow, dirty: [], now, pushing: true };
    expect(stampOf(request)).toMatchObject({ code: 'revision/unknown', exit: 2, hint: 'Unshallow.' });
    const labels = new Map([['org.opencontainers.image.revision', 'r1']]);
    expect(oci(stamp({ revision: shallow, pushing: true }, { labels }).labels, 'revision')).toBe('r1');
    expect(stamp({ revision: shallow, pushing: true }, { revision: 'head' }).revision).toBe(head);
  });

  test('without a repository no commit is named, and the date is that of the build', () => {
    const made = stamp({ repository: absent, revision: undefined });
    expect([made.revision, made.created, oci(made.labels, 'revision'), oci(made.labels, 'source')]).toEqual([
      undefined,
      undefined,
      '',
      '',
    ]);
    expect(made.labels.get('dev.dockwarden.revision')).toBe('none');
    expect(() => stamp({ repository: absent, revision: undefined, pushing: true })).toThrow('no git repository');
  });
});

test('arguments are passed where they are declared and not given', () => {
  const args = [
    { name: 'GIT_SHA', value: undefined, given: false },
    { name: 'BUILD_DATE', value: 'x', given: true },
    { name: 'REL', value: '0', given: false },
  ];
  const pass = { revision: 'GIT_SHA', created: 'BUILD_DATE', version: 'REL' };
  const made = stamp({ manifest: { version: '2.0.0' } }, { pass }, args);
  expect([...made.args]).toEqual([
    ['GIT_SHA', commit],
    ['REL', '2.0.0'],
  ]);
  expect([...stamp({}, { pass }, args).args.keys()]).toEqual(['GIT_SHA']);
});
