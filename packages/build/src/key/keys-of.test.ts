import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { copied, sampleImage, sampleInputs } from '../git/testing/sample-inputs.ts';
import type { HashedEntry } from '../model/context-entry.ts';
import type { ImageInputs, RemoteReference } from '../model/image-inputs.ts';
import type { ResolvedReference, Stamp } from '../model/image-plan.ts';
import type { ImageRequest } from '../model/image-request.ts';
import { digestOf } from './digest-of.ts';
import { type KeyRequest, keysOf } from './keys-of.ts';

const place = copied('x').place;
const entry: HashedEntry = { path: 'a', type: 'file', mode: 0o644, size: 1, absolute: '/w/a', digest: '1'.repeat(64) };
const link: HashedEntry = { path: 'l', type: 'link', mode: 0o777, size: 0, absolute: '/w/l', target: 'a' };
const reference = (text: string, more: Partial<RemoteReference> = {}): RemoteReference => ({
  text,
  use: 'from',
  kind: 'resolvable',
  place,
  ...more,
});
const resolved = (one: RemoteReference, digests: Record<string, string>): ResolvedReference => ({
  reference: one,
  digests: new Map(Object.entries(digests)),
  digestKind: 'manifest',
  by: 'registry',
});
const stamp: Stamp = {
  revision: 'r',
  created: '2026-11-20T08:00:00Z',
  epoch: 5,
  dirty: false,
  labels: new Map([
    ['org.opencontainers.image.created', '2026-11-20T08:00:00Z'],
    ['org.opencontainers.image.version', '1'],
    ['dev.dockwarden.key', 'k'],
  ]),
  annotations: new Map([['org.opencontainers.image.created', '2026-11-20T08:00:00Z']]),
  args: new Map([
    ['GIT_SHA', 'r'],
    ['BUILD_DATE', '2026-11-20T08:00:00Z'],
  ]),
  notes: [],
};
const keys = { content: 'c', key: 'k', platforms: new Map() };

const inputs: ImageInputs = {
  ...sampleInputs('api', [copied('a')]),
  image: {
    ...sampleImage('api', { platforms: ['linux/amd64'], contexts: new Map([['x', 'docker-image://y']]) }),
    target: 't',
  },
  args: [{ name: 'A', value: '1', given: true }],
  meaning: 'FROM node:22',
  secrets: ['npm'],
  ssh: ['default'],
  readsBuildPlatform: true,
};
const contextInputs = inputs.contexts[0]!;
const base: KeyRequest = {
  inputs,
  contexts: [{ inputs: contextInputs, entries: [entry, link], notes: [] }],
  references: [resolved(reference('node:22'), { 'linux/amd64': 'sha256:1', 'linux/arm64': 'sha256:2' })],
  stamp,
  parents: new Map([['ws/base:1', keys]]),
  exporter: new Map([['compression', 'zstd']]),
  gitHead: 'h',
  buildPlatform: 'linux/amd64',
};

const withInputs = (more: Partial<ImageInputs>): KeyRequest => ({ ...base, inputs: { ...inputs, ...more } });
const withRequest = (more: Partial<ImageRequest>): KeyRequest =>
  withInputs({ image: { ...inputs.image, request: { ...inputs.image.request, ...more } } });
const withEntries = (...entries: HashedEntry[]): KeyRequest => ({
  ...base,
  contexts: [{ inputs: contextInputs, entries, notes: [] }],
});
const withStamp = (more: Partial<Stamp>): KeyRequest => ({ ...base, stamp: { ...stamp, ...more } });
const withReferences = (...references: ResolvedReference[]): KeyRequest => ({ ...base, references });

const OF_CONTENT: Record<string, KeyRequest> = {
  'bytes of a file': withEntries({ ...entry, digest: '2'.repeat(64) }, link),
  'path of a file': withEntries({ ...entry, path: 'b' }, link),
  'mode of a file': withEntries({ ...entry, mode: 0o755 }, link),
  'type of an entry': withEntries({ ...entry, type: 'folder' }, link),
  'target of a link': withEntries(entry, { ...link, target: 'b' }),
  'a file more': withEntries(entry, { ...entry, path: 'b' }, link),
  'a file less': withEntries(entry),
  'name of a context': { ...base, contexts: [{ ...base.contexts[0]!, inputs: { ...contextInputs, name: 'n' } }] },
  'a context more': {
    ...base,
    contexts: [...base.contexts, { inputs: { ...contextInputs, name: 'n' }, entries: [], notes: [] }],
  },
  target: withInputs({ image: { ...inputs.image, target: undefined } }),
  meaning: withInputs({ meaning: 'FROM node:24' }),
  'value of an argument': withInputs({ args: [{ name: 'A', value: '2', given: true }] }),
  'an argument without value': withInputs({ args: [{ name: 'A', value: undefined, given: true }] }),
  'an argument more': withInputs({ args: [...inputs.args, { name: 'B', value: undefined, given: false }] }),
  refresh: withRequest({ refresh: '2026-11-21' }),
  'id of a secret': withInputs({ secrets: ['npm', 'other'] }),
  'version of a secret': withRequest({ secrets: [{ id: 'npm', version: '2' }] }),
  'id of an ssh agent': withInputs({ ssh: [] }),
  'a named context': withRequest({ contexts: new Map([['x', 'docker-image://z']]) }),
  'digest of a reference': withReferences(resolved(reference('node:22'), { 'linux/amd64': 'sha256:3' })),
  'text of a reference': withReferences(resolved(reference('node:24'), { 'linux/amd64': 'sha256:1' })),
  'use of a reference': withReferences(resolved(reference('node:22', { use: 'copy' }), { 'linux/amd64': 'sha256:1' })),
  'kind of a digest': withReferences({ ...base.references[0]!, digestKind: 'config' }),
  'a custom frontend': withReferences(
    ...base.references,
    resolved(reference('acme/fe:1', { use: 'frontend' }), { x: 'sha256:1' }),
  ),
  'content of a parent': { ...base, parents: new Map([['ws/base:1', { ...keys, content: 'd' }]]) },
  'a parent more': { ...base, parents: new Map([...base.parents!, ['b', keys]]) },
  'HEAD where .git is read': { ...base, gitHead: 'i' },
  'the platform of the builder, where it is read': { ...base, buildPlatform: 'linux/arm64' },
};

const OF_KEY: Record<string, KeyRequest> = {
  'a label': withStamp({ labels: new Map([...stamp.labels, ['org.opencontainers.image.version', '2']]) }),
  'a label more': withStamp({ labels: new Map([...stamp.labels, ['x', '']]) }),
  'an annotation': withStamp({ annotations: new Map([['a', 'b']]) }),
  'date of the commit': withStamp({ labels: new Map([...stamp.labels, ['org.opencontainers.image.created', 'x']]) }),
  epoch: withStamp({ epoch: 6 }),
  'a passed argument': withStamp({ args: new Map([['GIT_SHA', 's']]) }),
  provenance: withRequest({ provenance: 'max' }),
  sbom: withRequest({ sbom: true }),
  reproducible: withRequest({ reproducible: true }),
  'mode of the context': withRequest({ contextMode: 'direct' }),
  'an option of the exporter': { ...base, exporter: new Map([['compression', 'gzip']]) },
  'key of a parent': { ...base, parents: new Map([['ws/base:1', { ...keys, key: 'l' }]]) },
};

const SAME: Record<string, KeyRequest> = {
  'the root of the workspace': withEntries({ ...entry, absolute: '/elsewhere/a' }, link),
  'the path of the Dockerfile': withInputs({ files: ['x'], image: { ...inputs.image, dockerfile: 'x' } }),
  'the folder of a context': {
    ...base,
    contexts: [{ ...base.contexts[0]!, inputs: { ...contextInputs, directory: 'x' } }],
  },
  'tags and caches': withRequest({ tags: ['x'], cacheFrom: ['y'], cacheTo: ['z'], builder: 'b', budget: 5 }),
  'where the value of a secret is': withRequest({ secrets: [{ id: 'npm', env: 'NPM' }] }),
  'an argument that is given and not declared': withRequest({ args: new Map([['Z', '1']]) }),
  "the key's own label": withStamp({ labels: new Map([...stamp.labels, ['dev.dockwarden.key', 'l']]) }),
  'the label of the content': withStamp({ labels: new Map([...stamp.labels, ['dev.dockwarden.content', 'c']]) }),
  notes: withStamp({ notes: ['x'] }),
  'who resolved a reference': withReferences({ ...base.references[0]!, by: 'engine' }),
  "Docker's own frontend": withReferences(
    ...base.references,
    resolved(reference('docker/dockerfile:1', { use: 'frontend' }), { x: 'sha256:1' }),
  ),
  'another platform': withReferences(
    resolved(reference('node:22'), { 'linux/amd64': 'sha256:1', 'linux/arm64': 'sha256:9' }),
  ),
};

const before = keysOf(base);

test('content and key are 64 hexadecimal digits', () => {
  expect([before.content, before.key]).toEqual([
    expect.stringMatching(/^[0-9a-f]{64}$/),
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  expect(before.key).not.toBe(before.content);
});

test.each(Object.entries(OF_CONTENT))('%s changes the content, and so the key', (_, request) => {
  const { content, key } = keysOf(request);
  expect([content !== before.content, key !== before.key]).toEqual([true, true]);
});

test.each(Object.entries(OF_KEY))('%s changes the key alone', (_, request) => {
  const { content, key } = keysOf(request);
  expect([content === before.content, key !== before.key]).toEqual([true, true]);
});

test.each(Object.entries(SAME))('%s changes nothing', (_, request) => {
  expect(keysOf(request)).toEqual(before);
});

test('no two changes have one key', () => {
  const all = [...Object.values(OF_CONTENT), ...Object.values(OF_KEY)].map((request) => keysOf(request).key);
  expect(new Set(all).size).toBe(all.length);
});

test('the time of a build is not in the key', () => {
  const at = (time: string, epoch: number): KeyRequest =>
    withStamp({
      created: undefined,
      epoch,
      labels: new Map([['org.opencontainers.image.created', time]]),
      annotations: new Map([['org.opencontainers.image.created', time]]),
      args: new Map([['BUILD_DATE', time]]),
    });
  expect(keysOf(at('a', 1))).toEqual(keysOf(at('b', 2)));
});

describe('platforms', () => {
  const both = ['linux/amd64', 'linux/arm64'];

  test('their order does not matter, which they are does', () => {
    const of = (platforms: string[]) => keysOf(withRequest({ platforms })).key;
    expect(of([...both].reverse())).toBe(of(both));
    expect(new Set([of(both), of(['linux/amd64']), of(['linux/arm64'])]).size).toBe(3);
  });

  test("one's key is what it is alone, whatever becomes of the others", () => {
    const { platforms } = keysOf(withRequest({ platforms: both }));
    expect(platforms.get('linux/amd64')?.key).toBe(before.key);
    const moved = resolved(reference('node:22'), { 'linux/amd64': 'sha256:1', 'linux/arm64': 'sha256:9' });
    const after = keysOf({ ...withRequest({ platforms: both }), references: [moved] });
    expect(after.platforms.get('linux/amd64')).toEqual(platforms.get('linux/amd64'));
    expect(after.platforms.get('linux/arm64')?.key).not.toBe(platforms.get('linux/arm64')?.key);
  });

  test("without one asked for, the builder's own is meant", () => {
    expect(keysOf(withRequest({ platforms: [] })).key).toBe(before.key);
  });

  test('of a parent only the same platform counts', () => {
    const parent = (arm: string) => ({
      content: `c${arm}`,
      key: `k${arm}`,
      platforms: new Map([['linux/amd64', { content: 'c', key: 'k' }]]),
    });
    const of = (arm: string) => keysOf({ ...base, parents: new Map([['ws/base:1', parent(arm)]]) });
    expect(of('1')).toEqual(of('2'));
  });
});

test('the order in which maps were filled does not matter', () => {
  const map = fc.uniqueArray(fc.tuple(fc.string(), fc.string()), { selector: ([name]) => name, maxLength: 6 });
  fc.assert(
    fc.property(map, (entries) => {
      const turned = [...entries].reverse();
      const of = (list: [string, string][]) =>
        keysOf({
          ...withRequest({ contexts: new Map(list) }),
          stamp: { ...stamp, labels: new Map(list), args: new Map(list) },
        });
      expect(of(turned)).toEqual(of(entries));
    }),
  );
});

test('parts with other boundaries have another digest', () => {
  const parts = fc.array(fc.tuple(fc.string(), fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }))), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      expect(digestOf('f', a) === digestOf('f', b)).toBe(JSON.stringify(a) === JSON.stringify(b));
    }),
  );
  expect(digestOf('f', [['a', 'b\n["c"]']])).not.toBe(
    digestOf('f', [
      ['a', 'b'],
      ['c', ''],
    ]),
  );
});
