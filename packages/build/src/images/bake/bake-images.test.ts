import { textAt } from '@dockwarden-internal/syntax';
import { imagesOf, workspaceOf } from '../../testing/workspace-of.ts';
import { findImages } from '../find-images.ts';

const projects = { api: 'apps/api', web: 'apps/web' };
const files = {
  'apps/api/Dockerfile': 'FROM alpine AS build\nFROM alpine AS run\nCOPY package.json /',
  'apps/web/Dockerfile': 'FROM alpine\nCOPY package.json /',
  'package.json': '',
};
const withBake = (hcl: string, name = 'docker-bake.hcl') => workspaceOf({ ...files, [name]: hcl }, projects);
const brief = (hcl: string, name?: string) =>
  imagesOf(withBake(hcl, name)).map(({ name: image, dockerfile, target, context, declaredBy }) => [
    image,
    dockerfile,
    target,
    context,
    declaredBy,
  ]);

test('targets in HCL with what they inherit, later names first, their own before all', () => {
  const images = imagesOf(
    withBake(`
      # comment
      variable "TAG" { default = "1.2" }
      variable "REPO" { default = "ghcr.io/acme" }
      group "default" { targets = ["api"] }
      target "_base" {
        context = "."
        args = { A = "base", N = 22 }
        platforms = ["linux/amd64"]
      }
      target "more" { platforms = ["linux/arm64",] }
      target "api" {
        inherits = ["_base", "more"]
        dockerfile = "apps/api/Dockerfile" // here
        target = "run"
        args = { A = "own" }
        tags = ["\${REPO}/api:\${TAG}", "\${REPO}/api:next"]
        labels = { "a.b" : "$\${x}" }
        secret = ["type=file,id=npm,src=.npmrc", { type = "env", id = "token", env = "TOKEN" }]
        cache-to = [{ type = "registry", ref = "x/y" }]
      }
    `),
  );
  expect(images.map(({ name }) => name)).toEqual(['api', 'web']);
  const { request, ...api } = images[0]!;
  expect(api).toEqual({
    name: 'api',
    project: 'api',
    dockerfile: 'apps/api/Dockerfile',
    target: 'run',
    context: '.',
    contextBy: 'docker-bake.hcl',
    declaredBy: 'docker-bake.hcl: target api',
  });
  expect([...request.args]).toEqual([
    ['A', 'own'],
    ['N', '22'],
  ]);
  expect(request).toMatchObject({
    platforms: ['linux/arm64'],
    repository: 'ghcr.io/acme/api',
    tags: ['1.2', 'next'],
    secrets: [
      { id: 'npm', file: '.npmrc' },
      { id: 'token', env: 'TOKEN' },
    ],
    cacheTo: ['type=registry,ref=x/y'],
  });
  expect([...request.labels]).toEqual([['a.b', '${x}']]);
});

test('JSON says the same, and an override goes before it attribute by attribute', () => {
  const world = workspaceOf(
    {
      ...files,
      'docker-bake.json':
        '{"target": {"api": {"context": ".", "dockerfile": "apps/api/Dockerfile", "args": {"A": "\\u0031"}, "target": "build"}}}',
      'docker-bake.override.json': '{"target": {"api": {"target": "run"}}}',
    },
    projects,
  );
  const [api] = imagesOf(world);
  expect(api).toMatchObject({ target: 'run', declaredBy: 'docker-bake.override.json: target api' });
  expect(api!.request.args.get('A')).toBe('1');
});

test('maps and some lists are joined, other lists are not', () => {
  const image = imagesOf(
    withBake(`
      target "p" {
        args = { A = 1, B = 2 }
        labels = { l = "1", m = "2" }
        tags = ["x/a:1"]
        annotations = ["a=1"]
        cache-from = ["type=registry,ref=a"]
        cache-to = ["type=inline"]
        secret = ["id=s,env=S"]
        attest = ["type=sbom"]
      }
      target "c" {
        inherits = ["p"]
        dockerfile = "apps/api/Dockerfile"
        args = { A = 9, T = true, F = 1.50 }
        labels = { l = "9" }
        tags = ["x/b"]
        annotations = ["index,manifest:b=2"]
        cache-from = ["type=registry,ref=b"]
        cache-to = ["type=registry,ref=q"]
        secret = ["id=t,src=T"]
        attest = ["type=provenance,mode=max"]
      }
    `),
  )[0]!;
  const { args, labels, annotations, ...request } = image.request;
  expect(Object.fromEntries(args)).toEqual({ A: '9', B: '2', T: 'true', F: '1.5' });
  expect(Object.fromEntries(labels)).toEqual({ l: '9', m: '2' });
  expect(Object.fromEntries(annotations)).toEqual({ a: '1', b: '2' });
  expect(request).toMatchObject({
    repository: 'x/b',
    tags: ['latest'],
    cacheFrom: ['type=registry,ref=a', 'type=registry,ref=b'],
    cacheTo: ['type=registry,ref=q'],
    secrets: [
      { id: 's', env: 'S' },
      { id: 't', file: 'T' },
    ],
    provenance: 'max',
    sbom: true,
  });
});

test('a file in a project is read from there', () => {
  expect(brief('target "default" {}', 'apps/web/docker-bake.hcl')[1]).toEqual([
    'web',
    'apps/web/Dockerfile',
    undefined,
    'apps/web',
    'apps/web/docker-bake.hcl: target default',
  ]);
});

test('what has to be evaluated is named, and gives no image', () => {
  const world = withBake(`
    variable "NONE" {}
    target "api" {
      dockerfile = "apps/\${lower("API")}/Dockerfile"
    }
    target "web" {
      context = "."
      dockerfile = "apps/web/Dockerfile"
      args = { V = NONE }
    }
    target "many" {
      matrix = { m = ["a", "b"] }
      name = "m-\${m}"
    }
  `);
  const { images, diagnostics } = findImages({ world, config: {} });
  expect(diagnostics.map(({ message, place }) => [message.split(' ')[0], textAt(place!)])).toEqual([
    ['dockerfile', '${lower("API")}'],
    ['args', 'NONE'],
    ['matrix', '{ m = ["a", "b"] }'],
  ]);
  expect(images.map(({ declaredBy }) => declaredBy)).toEqual(['apps/api/Dockerfile', 'apps/web/Dockerfile']);
});

test('it is a note where images: says what there is, and nothing for a Dockerfile that is spoken of', () => {
  const config = { images: { web: { dockerfile: 'apps/web/Dockerfile', context: '.' } } };
  const bake =
    'target "w" {\n context = "."\n dockerfile = "apps/web/Dockerfile"\n args = { V = f() }\n}\ntarget "x" { target = 1 + 1 }';
  const { diagnostics, notes } = findImages({ world: withBake(bake), config });
  expect(diagnostics).toEqual([]);
  expect(notes.map(({ message }) => message)).toEqual([expect.stringContaining('target of the Bake target x')]);
});

test('targets for work, those that give files, and remote ones are no images', () => {
  const bake = `
    target "lint" { dockerfile = "apps/api/Dockerfile" }
    target "files" {
      dockerfile = "apps/api/Dockerfile"
      output = ["type=local,dest=out"]
    }
    target "remote" { context = "https://github.com/acme/x.git" }
    target "inline" { dockerfile-inline = "FROM x" }
    target "dev" { target = "dev" }
  `;
  expect(brief(bake).map(([, , , , by]) => by)).toEqual(['apps/api/Dockerfile', 'apps/web/Dockerfile']);
});

test.each([
  'target "a" {',
  'target "a" { x = ',
  '"',
  '{',
  'a b c',
  'target "a" { args = { b } }',
  '/* x',
  'x = <<E\nfoo',
])('a file that is broken is told: %s', (text) => {
  const { diagnostics } = findImages({ world: withBake(text), config: {} });
  expect(diagnostics.every(({ code }) => code.startsWith('images/bake-'))).toBe(true);
  expect(diagnostics.length).toBeLessThanOrEqual(1);
});

test('bombs end', () => {
  const doubling = Array.from(
    { length: 60 },
    (_, at) => `variable "V${at}" { default = "\${V${at + 1}}\${V${at + 1}}" }`,
  );
  const deep = '['.repeat(50_000);
  const circle = 'target "a" { inherits = ["b"] }\ntarget "b" { inherits = ["a"] }\ngroup "g" { targets = ["a", "b"] }';
  for (const text of [
    [...doubling, 'variable "V60" { default = "xx" }', 'target "t" { target = V0 }'].join('\n'),
    `x = ${deep}`,
    `x = ${'{a='.repeat(50_000)}`,
    circle,
    'a '.repeat(100_000),
    '"${'.repeat(50_000),
  ]) {
    const start = performance.now();
    findImages({ world: withBake(text), config: {} });
    expect(performance.now() - start).toBeLessThan(5000);
  }
});
