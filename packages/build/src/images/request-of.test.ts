import type { ImageSettings } from '@dockwarden-internal/policy';
import { byteSize } from './byte-size.ts';
import { type RequestSurroundings, requestOf } from './request-of.ts';

const read = (layers: readonly ImageSettings[], surroundings?: RequestSurroundings, name = 'api') =>
  requestOf(
    { name, project: name },
    layers.map((settings) => ({ settings, placeOf: (...path) => ({ path: path.join('.') }) })),
    surroundings,
  );
const problems = (settings: ImageSettings) =>
  read([settings]).diagnostics.map(({ code, path }) => [code.replace('images/', ''), path]);

test('what holds where nothing is said', () => {
  expect(read([]).request).toEqual({
    args: new Map(),
    contexts: new Map(),
    platforms: [],
    repository: 'dockwarden.local/api',
    tags: [],
    labels: new Map(),
    annotations: new Map(),
    secrets: [],
    ssh: [],
    cacheFrom: [],
    cacheTo: [],
    provenance: 'min',
    sbom: false,
    reproducible: false,
    revision: 'inputs',
    created: 'commit',
    bases: 'local',
    contextMode: 'staged',
    contextGit: false,
    pass: { revision: 'GIT_SHA', created: 'BUILD_DATE', version: 'VERSION' },
    reuse: { engine: false, content: false, protected: [] },
    allowedSecretArgs: [],
  });
});

test('bases are resolved in CI and on push, unless it is said otherwise', () => {
  expect(read([], { ci: true }).request.bases).toBe('resolve');
  expect(read([], { push: true }).request.bases).toBe('resolve');
  expect(read([{ bases: 'pinned' }], { ci: true }).request.bases).toBe('pinned');
});

test('a cache is named for its image', () => {
  const { request } = read([
    { cacheFrom: ['type=gha,scope={image}'], cacheTo: ['r.io/cache:{project}-{image}', 'type=inline'] },
  ]);
  expect(request.cacheFrom).toEqual(['type=gha,scope=api']);
  expect(request.cacheTo).toEqual(['r.io/cache:api-api', 'type=inline']);
});

test('later layers go first, maps entry by entry, lists whole', () => {
  const { request } = read([
    {
      args: { A: 1, B: true },
      tags: ['a'],
      pass: { version: 'V' },
      reuse: { engine: true },
      platforms: ['LINUX/arm64', 'linux/arm64/v8'],
    },
    { args: { A: 'x' }, tags: ['b'], reuse: { content: true }, budget: '1.5 GiB' },
  ]);
  expect([...request.args]).toEqual([
    ['A', 'x'],
    ['B', 'true'],
  ]);
  expect(request).toMatchObject({ tags: ['b'], platforms: ['linux/arm64'], budget: 1_610_612_736 });
  expect(request.pass).toEqual({ revision: 'GIT_SHA', created: 'BUILD_DATE', version: 'V' });
  expect(request.reuse).toMatchObject({ engine: true, content: true });
});

test('the repository has the image’s name as a repository can have it', () => {
  expect(read([{ repository: 'ghcr.io/acme/{image}' }], {}, '@acme/My_api').request.repository).toBe(
    'ghcr.io/acme/acme-my_api',
  );
  expect(read([], {}, 'Üä').request.repository).toBe('dockwarden.local/image');
});

test.each<[ImageSettings, string, string]>([
  [{ platforms: ['amd64'] }, 'platform', 'platforms'],
  [{ platforms: ['linux/'] }, 'platform', 'platforms'],
  [{ budget: '3 apples' }, 'budget', 'budget'],
  [{ repository: 'acme/API' }, 'repository', 'repository'],
  [{ repository: 'acme/api:1' }, 'repository', 'repository'],
  [{ tags: ['{vers}'] }, 'tag', 'tags'],
  [{ tags: ['a/b'] }, 'tag', 'tags'],
  [{ tags: [''] }, 'tag', 'tags'],
  [{ contexts: { a: '../b' } }, 'context', 'contexts.a'],
  [{ contexts: { a: '/b' } }, 'context', 'contexts.a'],
  [{ contexts: { A: 'b' } }, 'context', 'contexts.A'],
  [{ contexts: { a: 'docker-image://A' } }, 'context', 'contexts.a'],
  [{ contexts: { a: 'target:' } }, 'context', 'contexts.a'],
  [{ args: { 'A-B': 'x' } }, 'argument', 'args.A-B'],
  [{ args: { NPM_TOKEN: 'sekret' } }, 'secret-argument', 'args.NPM_TOKEN'],
  [{ args: { X: `ghp_${'a'.repeat(36)}` } }, 'secret-argument', 'args.X'],
  [{ secrets: [{ id: 'a' }] }, 'secret', 'secrets'],
  [{ secrets: [{ id: 'a', file: 'b', env: 'c' }] }, 'secret', 'secrets'],
])('%j is refused where it is said', (settings, code, path) => {
  expect(problems(settings)).toEqual([[code, path]]);
});

test.each<ImageSettings>([
  { platforms: ['linux/amd64', 'linux/arm/v7', 'windows/amd64'] },
  { tags: ['{version}', 'v{version}-{sha:12}', '{branch}', 'latest'] },
  { contexts: { 'base:1': 'docker-image://node:22', libs: './libs', x: 'https://github.com/a/b.git' } },
  { args: { NPM_TOKEN: 'sekret', TOKEN_URL: 'https://x' }, allowSecretArgs: ['NPM_TOKEN'] },
  { args: { NPM_TOKEN: '' } },
])('%j is taken', (settings) => {
  expect(problems(settings)).toEqual([]);
});

test('a placeholder that a repository does not know is named, with those that it does', () => {
  expect(read([{ repository: 'ghcr.io/acme/{imge}' }]).diagnostics).toMatchObject([
    { message: expect.stringMatching(/^\{imge\} is no placeholder of a repository/), hint: 'use {image} or {project}' },
  ]);
});

test('the value of a refused argument is not said', () => {
  const { diagnostics } = read([{ args: { NPM_TOKEN: 'sekret' } }]);
  expect(JSON.stringify(diagnostics)).not.toContain('sekret');
});

test.each([
  ['300 MB', 3e8],
  ['1kb', 1000],
  ['1 KiB', 1024],
  [5, 5],
  ['5', 5],
  ['0.5 GB', 5e8],
  ['MB', undefined],
  ['1 PB', undefined],
  ['-1', undefined],
])('%j is %j bytes', (size, bytes) => expect(byteSize(size)).toBe(bytes));
