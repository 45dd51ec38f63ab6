import type { RemoteReference } from '../model/image-inputs.ts';
import {
  digest,
  type EngineImage,
  graphLine,
  inspectAnswer,
  NOT_FOUND,
  REFUSED_CONNECTION,
  remoteIndex,
  remoteManifest,
} from '../test-support/engine-answers.ts';
import { type Answer, fakeProgram } from '../test-support/fake-program.ts';
import { type ReferenceRequest, resolveReferences } from './resolve-references.ts';

const place = { source: { path: 'Dockerfile', text: '', lineStarts: [0] }, span: { start: 0, end: 0 } };
const reference = (text: string, more: Partial<RemoteReference> = {}): RemoteReference => ({
  text,
  use: 'from',
  kind: text.includes('@') ? 'pinned' : 'resolvable',
  place,
  ...more,
});
const request = (
  mode: ReferenceRequest['mode'],
  references: readonly RemoteReference[],
  platforms: readonly string[] = [],
) => ({
  image: 'api',
  references,
  mode,
  platforms,
});

async function resolve(
  requests: readonly ReferenceRequest[],
  remote: (reference: string) => Answer,
  local: readonly EngineImage[] | string = [],
) {
  const program = fakeProgram((line, { args }) => {
    if (args[1] === 'imagetools') return remote(args.at(-1)!);
    return typeof local === 'string'
      ? { stdout: local }
      : inspectAnswer(line, local, /--platform (\S+)/.exec(line)?.[1]);
  });
  const { images, diagnostics } = await resolveReferences(program.run, requests, { platform: 'linux/amd64' });
  return { of: images.get(requests[0]!.image)!, images, diagnostics, lines: program.lines() };
}

test('resolve: the manifest of each wanted platform, and the index to pin to', async () => {
  const index = remoteIndex(digest('9'), {
    'linux/amd64': { manifest: digest('1') },
    'linux/arm64/v8': { manifest: digest('2') },
  });
  const { of } = await resolve([request('resolve', [reference('node:22')], ['linux/arm64', 'linux/amd64'])], () => ({
    stdout: index,
  }));
  expect(of.complete).toBe(true);
  expect(of.resolved).toEqual([
    {
      reference: expect.objectContaining({ text: 'node:22' }),
      digests: new Map([
        ['linux/arm64', digest('2')],
        ['linux/amd64', digest('1')],
      ]),
      digestKind: 'manifest',
      by: 'registry',
      pin: digest('9'),
    },
  ]);
  const own = await resolve(
    [request('resolve', [reference('node:22', { platform: '$BUILDPLATFORM' })], ['linux/arm64'])],
    () => ({ stdout: index }),
  );
  expect([...own.of.resolved[0]!.digests]).toEqual([['linux/amd64', digest('1')]]);
});

test('each distinct reference once, however it is spelt and whoever asks', async () => {
  const requests = [
    request('resolve', [
      reference('node'),
      reference('docker.io/library/node:latest', { use: 'copy' }),
      reference('node:22'),
    ]),
    { ...request('resolve', [reference('node:latest')]), image: 'web' },
  ];
  const { lines, images } = await resolve(requests, () => ({ stdout: remoteManifest(digest('1')) }));
  expect(lines.map((line) => line.split(' ').at(-1)).sort()).toEqual([
    'docker.io/library/node:22',
    'docker.io/library/node:latest',
  ]);
  expect([...images.values()].map(({ resolved }) => resolved.length)).toEqual([3, 1]);
});

test('a registry out of reach: the engine stands in, said so; nothing at all is unresolved', async () => {
  const references = [reference('base:1'), reference('none:1')];
  const { of, diagnostics } = await resolve([request('resolve', references)], () => REFUSED_CONNECTION, [
    { tags: ['base:1'], digest: digest('3') },
  ]);
  expect(of.resolved).toMatchObject([
    { by: 'engine', digests: new Map([['linux/amd64', digest('3')]]), pin: digest('3') },
  ]);
  expect(of.unresolved).toEqual([references[1]]);
  expect(of.complete).toBe(false);
  expect(of.notes).toEqual([
    "base:1 could not be looked up, since its registry is out of reach; the engine's own is used.",
    'none:1 could not be looked up, since its registry is out of reach; its digest is not part of the key.',
  ]);
  expect(diagnostics).toEqual([]);
});

test('local: one question to the engine, none to a registry; indexes by their manifests', async () => {
  const images = [
    { tags: ['one:1'], digest: digest('1') },
    { tags: ['two:1'], digest: digest('2'), index: true },
  ];
  const { of, lines } = await resolve(
    [request('local', [reference('one:1'), reference('two:1')])],
    () => NOT_FOUND,
    images,
  );
  expect(lines).toHaveLength(2);
  expect(of.resolved.map(({ by, digestKind, pin }) => [by, digestKind, pin])).toEqual([
    ['engine', 'manifest', digest('1')],
    // The fake shows the index again for its platform: then the index is what is known.
    ['engine', 'index', digest('2')],
  ]);
  expect(of.complete).toBe(true);
});

test('local with the overlay2 store: the digest it was pulled by, else the image id, to which nothing can be pinned', async () => {
  const lines = [
    graphLine(['pulled:1'], digest('a'), [`other@${digest('c')}`, `pulled@${digest('b')}`]),
    graphLine(['made:1'], digest('d')),
  ].join('\n');
  const { of } = await resolve(
    [request('local', [reference('pulled:1'), reference('made:1')])],
    () => NOT_FOUND,
    lines,
  );
  expect(of.resolved.map(({ digestKind, digests, pin }) => [digestKind, [...digests.values()], pin])).toEqual([
    ['index', [digest('b')], digest('b')],
    ['config', [digest('d')], undefined],
  ]);
});

test('pinned: nothing is asked, and what is not pinned is an error with its place', async () => {
  const pinned = `node:22@${digest('1')}`;
  const { of, diagnostics, lines } = await resolve(
    [request('pinned', [reference(pinned), reference('node:22')])],
    () => NOT_FOUND,
  );
  expect(lines).toEqual([]);
  expect(of.resolved).toMatchObject([{ by: 'pinned', digests: new Map([['linux/amd64', digest('1')]]) }]);
  expect(diagnostics).toMatchObject([{ code: 'build/not-pinned', exit: 2, place }]);
});

test("what is pinned in the file is asked of nobody in any mode; what is no image is nobody's", async () => {
  const references = [
    reference(`node@${digest('1')}`),
    reference('https://x/y', { use: 'url', kind: 'volatile' }),
    reference('https://x/y.git', { use: 'git' }),
    reference('Bad Name'),
  ];
  const { of, lines } = await resolve([request('resolve', references)], () => NOT_FOUND);
  expect([lines, of.resolved.length, of.complete]).toEqual([[], 1, true]);
});

test("Docker's own frontends are asked of nobody, since their digest is in no key; others are", async () => {
  const frontend = (text: string) => reference(text, { use: 'frontend' });
  const references = [frontend('docker/dockerfile:1'), frontend('docker.io/docker/dockerfile:1.7')];
  for (const mode of ['resolve', 'local', 'pinned'] as const) {
    const { of, lines, diagnostics } = await resolve([request(mode, references)], () => NOT_FOUND);
    expect([lines, of.complete, diagnostics]).toEqual([[], true, []]);
  }
  const { of } = await resolve([request('resolve', [frontend('acme/frontend:1')])], () => NOT_FOUND);
  expect(of.unresolved).toHaveLength(1);
});

test('a registry that lacks the platform', async () => {
  const index = remoteIndex(digest('9'), { 'linux/s390x': { manifest: digest('1') } });
  const { of } = await resolve([request('resolve', [reference('node:22')])], () => ({ stdout: index }));
  expect([of.resolved, of.complete]).toEqual([[], false]);
  expect(of.notes).toHaveLength(1);
});
