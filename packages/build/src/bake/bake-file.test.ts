import { bakeTarget, CONTAINER, CONTAINERD, OVERLAY2 } from '../test-support/bake-target.ts';
import { type BakeFile, type BakeFileOptions, bakeFile } from './bake-file.ts';
import type { BakeTarget } from './bake-target.ts';
import { redactedBakeFile } from './redacted-bake-file.ts';

function made(targets: readonly BakeTarget[], engine: BakeFileOptions['engine'] = CONTAINERD): BakeFile {
  const file = bakeFile(targets, { engine, folder: '/run' });
  if (!('definition' in file)) throw new Error(JSON.stringify(file));
  return file;
}

function refused(target: Partial<BakeTarget>, engine: BakeFileOptions['engine']): string[] {
  const file = bakeFile([bakeTarget('api', target)], { engine, folder: '/run' });
  return 'definition' in file ? [] : file.diagnostics.map(({ code, message, exit }) => `${code} ${exit} ${message}`);
}

const one = (target: Partial<BakeTarget>, engine?: BakeFileOptions['engine']) =>
  made([bakeTarget('api', target)], engine).definition.target['api']!;

test('everything that is said, and nothing that is not', () => {
  const plain = one({});
  expect(plain).toEqual({
    context: '/staged/api',
    dockerfile: '/staged/api/Dockerfile',
    tags: ['acme/api:in-1'],
    output: ['type=image,oci-mediatypes=true'],
    attest: ['type=provenance,disabled=true'],
  });
  const full = one({
    target: 'final',
    args: new Map([
      ['B', '2'],
      ['A', ''],
    ]),
    epoch: 1_700_000_000,
    labels: new Map([
      ['z', '1'],
      ['a', '2'],
    ]),
    annotations: new Map([['x', 'a=b, c']]),
    contexts: new Map([['docker.io/library/node:latest', 'docker-image://node:latest@sha256:1']]),
    platforms: ['linux/amd64'],
    secrets: [
      { id: 'a', file: '/x, "y"' },
      { id: 'b', env: 'B' },
    ],
    ssh: ['default'],
    cacheFrom: ['type=gha'],
    cacheTo: ['type=inline'],
    provenance: 'max',
    sbom: true,
    fresh: { pull: true, stages: ['deps'] },
  });
  expect(full).toMatchObject({
    target: 'final',
    args: { A: '', B: '2', SOURCE_DATE_EPOCH: '1700000000' },
    annotations: ['x=a=b, c'],
    contexts: { node: 'docker-image://node:latest@sha256:1' },
    platforms: ['linux/amd64'],
    secret: ['id=a,"src=/x, ""y"""', 'id=b,env=B'],
    ssh: ['default'],
    'cache-from': ['type=gha'],
    'cache-to': ['type=inline'],
    attest: ['type=provenance,mode=max', 'type=sbom'],
    pull: true,
    'no-cache-filter': ['deps'],
  });
  expect(Object.keys(full.args!)).toEqual(['A', 'B', 'SOURCE_DATE_EPOCH']);
  expect(Object.keys(full.labels!)).toEqual(['a', 'z']);
});

test('the same targets are the same text, in whatever order their maps were filled', () => {
  const text = (labels: [string, string][]) => JSON.stringify(one({ labels: new Map(labels) }));
  expect(
    text([
      ['a', '1'],
      ['b', '2'],
    ]),
  ).toBe(
    text([
      ['b', '2'],
      ['a', '1'],
    ]),
  );
});

test('what Bake would evaluate is data, in keys as well', () => {
  const target = one({ args: new Map([['A', '${x} $${y} %{z} $1']]), labels: new Map([['k${x}', 'v']]) });
  expect(target.args).toEqual({ A: '$${x} $$${y} %%{z} $1' });
  expect(target.labels).toEqual({ 'k$${x}': 'v' });
});

test('names that Bake takes, each its own', () => {
  const { names } = made(['@acme/api', 'acme-api', 'default', '…'].map((image) => bakeTarget(image, { tags: [] })));
  expect([...names.values()]).toEqual(['acme-api', 'acme-api-2', 'default-image', 'image']);
  for (const name of names.values()) expect(name).toMatch(/^[A-Za-z0-9_-]+$/);
});

test('an image of the same bake is a target, whatever its tag', () => {
  const file = made([bakeTarget('base'), bakeTarget('api', { parents: new Map([['acme/base:latest', 'base']]) })]);
  expect(file.definition.target['api']!.contexts).toEqual({ 'acme/base': 'target:base' });
  expect(file.parents.get('api')).toEqual(['base']);
  expect(() => made([bakeTarget('api', { parents: new Map([['x', 'base']]) })])).toThrow(/not in its bake/);
});

test('where a build goes, by driver', () => {
  const registry = { kind: 'registry', repository: 'ghcr.io/acme/api' } as const;
  expect(one({ outputs: [registry] }).output).toEqual(['type=image,oci-mediatypes=true,push=true']);
  const both = one({ outputs: [{ kind: 'engine' }, registry] }, CONTAINER);
  expect(both.tags).toBeUndefined();
  expect(both.output).toEqual([
    'type=docker,name=acme/api:in-1',
    'type=image,name=ghcr.io/acme/api,oci-mediatypes=true,push-by-digest=true,name-canonical=true,push=true',
  ]);
  expect(one({ outputs: [{ kind: 'oci', path: '/o/a,b.tar' }] }).output).toEqual(['type=oci,"dest=/o/a,b.tar"']);
  expect(one({}, OVERLAY2).output).toEqual(['type=image']);
  const file = made([
    bakeTarget('api', {
      outputs: [
        { kind: 'local', path: '/o/x' },
        { kind: 'tar', path: '/o/y/z.tar' },
      ],
    }),
  ]);
  expect(file.writes).toEqual(['/o/x', '/o/y']);
});

test('reproducible: times are rewritten where the builder can, by an archive where its exporter cannot', () => {
  expect(one({ reproducible: true }, CONTAINER).output).toEqual(['type=docker,rewrite-timestamp=true']);
  const file = made([bakeTarget('api', { reproducible: true })]);
  expect(file.definition.target['api']!.output).toEqual(['type=oci,dest=/run/api.oci.tar,rewrite-timestamp=true']);
  expect([...file.loads]).toEqual([['api', '/run/api.oci.tar']]);
  expect(file.writes).toEqual(['/run']);
});

test('what the builder cannot do is refused before it builds', () => {
  expect(refused({ reproducible: true }, OVERLAY2)).toEqual([
    expect.stringMatching(/^build\/builder-cannot 2 api: .*overlay2/),
  ]);
  const registry = { kind: 'registry', repository: 'r' } as const;
  expect(refused({ reproducible: true, outputs: [registry] }, CONTAINERD)).toHaveLength(1);
  expect(refused({ platforms: ['linux/amd64', 'linux/arm64'] }, OVERLAY2)).toHaveLength(1);
  expect(refused({ platforms: ['linux/amd64', 'linux/arm64'] }, { driver: 'remote', store: 'graph' })).toHaveLength(1);
  for (const kind of ['oci', 'docker'] as const)
    expect(refused({ outputs: [{ kind, path: '/x' }] }, OVERLAY2)).toHaveLength(1);
  expect(refused({ sbom: true }, OVERLAY2)).toHaveLength(1);
  expect(refused({ tags: ['Bad Tag'] }, CONTAINERD)).toEqual([
    expect.stringMatching(/^build\/invalid-tag 2 "Bad Tag" is no tag/),
  ]);
  expect(refused({ provenance: 'min' }, OVERLAY2)).toEqual([]);
  expect(one({ provenance: 'min' }, OVERLAY2).attest).toEqual(['type=provenance,disabled=true']);
});

test('what is shown of it has no value that is not known to be harmless', () => {
  const file = made([
    bakeTarget('api', {
      args: new Map([
        ['NODE_VERSION', '22'],
        ['X', 'hunter2'],
      ]),
      epoch: 5,
      secrets: [
        { id: 'a', file: '/home/me/pass' },
        { id: 'b', env: 'PASS' },
      ],
      cacheTo: ['type=s3,bucket=b,access_key_id=AKIA,secret_access_key=hunter2'],
    }),
  ]);
  const shown = redactedBakeFile(file, new Set(['NODE_VERSION']));
  expect(shown.target['api']).toMatchObject({
    args: { NODE_VERSION: '22', X: '(not shown)', SOURCE_DATE_EPOCH: '5' },
    secret: ['id=a', 'id=b'],
  });
  expect(JSON.stringify(shown)).not.toMatch(/hunter2|AKIA|home|PASS/);
});
