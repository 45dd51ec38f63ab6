import { imagesOf, workspaceOf } from '../testing/workspace-of.ts';
import { findImages } from './find-images.ts';

const dockerfile =
  'FROM alpine AS build\nFROM build AS dev\nFROM build AS worker\nFROM build AS run\nCOPY package.json /';
const world = (files: Record<string, string>) =>
  workspaceOf({ 'apps/api/Dockerfile': dockerfile, 'package.json': '', ...files }, { api: 'apps/api' });
const found = (files: Record<string, string>) =>
  imagesOf(world(files)).map(({ name, target, context, declaredBy }) => [name, target, context, declaredBy]);
const build = (lines: string) =>
  `services:\n  api:\n    image: acme/api:2\n    build:\n      context: .\n      dockerfile: apps/api/Dockerfile\n${lines.replace(/^/gm, '      ')}`;

test('a service that is built makes an image of its Dockerfile’s project', () => {
  const [api] = imagesOf(world({ 'compose.yaml': build('args: { A: b, C: "${UNSET}" }\nplatforms: [linux/arm64]') }));
  expect(api).toMatchObject({ name: 'api', project: 'api', context: '.', declaredBy: 'compose.yaml: service api' });
  expect(api!.request).toMatchObject({ repository: 'acme/api', tags: ['2'], platforms: ['linux/arm64'] });
  expect([...api!.request.args]).toEqual([['A', 'b']]);
});

test('files for development make none, and neither do stages and Dockerfiles for it', () => {
  const plain = [['api', undefined, '.', 'apps/api/Dockerfile']];
  expect(found({ 'compose.dev.yaml': build('target: run') })).toEqual(plain);
  expect(found({ 'compose.yaml': build('target: dev') })).toEqual(plain);
  const other = 'services:\n  x:\n    build: { context: ., dockerfile: apps/api/Dockerfile.dev }\n';
  expect(found({ 'compose.yaml': other, 'apps/api/Dockerfile.dev': dockerfile })).toEqual(plain);
});

test('production goes before the base', () => {
  expect(
    found({
      'compose.yaml': build('target: run'),
      'compose.prod.yaml': 'services:\n  api:\n    build: { target: worker }\n',
    }),
  ).toEqual([['api', 'worker', '.', expect.stringContaining('service api')]]);
});

test('services that build the same share an image; other targets are variants', () => {
  const service = (name: string, target: string) =>
    `  ${name}:\n    build: { context: ., dockerfile: apps/api/Dockerfile, target: ${target} }\n`;
  const text = `services:\n${service('one', 'run')}${service('two', 'run')}${service('jobs', 'worker')}`;
  expect(found({ 'compose.yaml': text }).map(([name, target]) => [name, target])).toEqual([
    ['api', 'run'],
    ['api-worker', 'worker'],
  ]);
});

test('a service as a context is the image that it builds', () => {
  const text = `services:
  base:
    build: { context: ., dockerfile: base.Dockerfile }
  app:
    build: { context: ., dockerfile: apps/api/Dockerfile, additional_contexts: { base: service:base, libs: ./libs } }
`;
  const images = imagesOf(world({ 'compose.yaml': text, 'base.Dockerfile': 'FROM alpine' }));
  expect(images.map(({ name }) => name)).toEqual(['api', 'base']);
  expect([...images[0]!.request.contexts]).toEqual([
    ['base', 'target:base'],
    ['libs', 'libs'],
  ]);
});

test('what cannot be told is a note', () => {
  const text =
    'services:\n  a:\n    build: { dockerfile_inline: FROM x }\n  b:\n    build: https://github.com/acme/x.git\n  c:\n    build: { dockerfile: none }\n';
  expect(findImages({ world: world({ 'compose.yaml': text }), config: {} }).notes).toHaveLength(3);
});
