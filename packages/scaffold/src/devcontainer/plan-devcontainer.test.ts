import { parse as parseJson } from 'jsonc-parser';
import { z } from 'zod';
import { composeRequest } from '../compose/testing/compose-request.ts';
import type { DevContainerRequest } from './devcontainer-request.ts';
import { planDevContainer } from './plan-devcontainer.ts';
import { unreadableDevContainer } from './unreadable-devcontainer.ts';

/** The keys that are used, as the Dev Container specification has them. Source: devContainer.base.schema.json. */
const common = {
  name: z.string(),
  workspaceFolder: z.string().startsWith('/'),
  remoteUser: z.string(),
  forwardPorts: z.array(z.number().int().min(0).max(65_535)).optional(),
  customizations: z.strictObject({ vscode: z.strictObject({ extensions: z.array(z.string()) }) }).optional(),
};
const specification = z.union([
  z.strictObject({
    ...common,
    dockerComposeFile: z.array(z.string()),
    service: z.string(),
    overrideCommand: z.boolean(),
    shutdownAction: z.enum(['none', 'stopCompose']),
  }),
  z.strictObject({
    ...common,
    build: z.strictObject({ dockerfile: z.string(), context: z.string(), target: z.string() }),
    workspaceMount: z.string().optional(),
    mounts: z.array(z.string()).optional(),
  }),
]);

const compose = { files: ['apps/api/compose.yaml', 'apps/api/compose.override.yaml'], service: 'api' };

function request(
  more: Partial<DevContainerRequest> = {},
  mount = 'apps/api/src',
  to = '/app/apps/api/src',
): DevContainerRequest {
  const { app, service, image } = composeRequest();
  const development = { ...service.development!, mounts: [{ from: mount, to }], extensions: ['biomejs.biome'] };
  return { app, image, service: { ...service, development }, ...more };
}

function written(asked: DevContainerRequest) {
  return parseJson(planDevContainer(asked)[0]!.text);
}

test.each<[string, DevContainerRequest]>([
  ['Compose', request({ compose })],
  ['a stage', request()],
  ['a project', request({ image: { dockerfile: 'apps/api/Dockerfile', context: 'project' } }, 'src', '/app/src')],
  ['sources that lie otherwise', request({}, 'apps/api/src', '/elsewhere')],
])('a dev container of %s has the shape of the specification', (_, asked) => {
  expect(specification.parse(written(asked))).toEqual(written(asked));
});

test('with Compose its files say what is mounted', () => {
  const [settings] = planDevContainer(request({ compose }, 'apps/api', '/app/apps/api'));
  expect(settings!.path).toBe('.devcontainer/acme-api/devcontainer.json');
  expect(parseJson(settings!.text)).toMatchObject({
    dockerComposeFile: ['../../apps/api/compose.yaml', '../../apps/api/compose.override.yaml'],
    service: 'api',
    workspaceFolder: '/app/apps/api',
    remoteUser: 'node',
    forwardPorts: [3000, 9229],
  });
});

test('a project of its own has its dev container, built by its Dockerfile', () => {
  const image = { dockerfile: 'apps/api/Dockerfile', context: 'project' } as const;
  const asked = request({ image }, '.', '/app');
  expect(planDevContainer(asked).map(({ path }) => path)).toEqual(['apps/api/.devcontainer/devcontainer.json']);
  expect(written(asked)).toMatchObject({
    build: { dockerfile: '../Dockerfile', context: '..', target: 'development' },
    workspaceMount: `source=\${localWorkspaceFolder},target=/app,type=bind`,
    mounts: ['type=volume,target=/app/node_modules'],
    workspaceFolder: '/app',
  });
});

test('every folder that development mounts is mounted', () => {
  const { service } = request();
  const mounts = [
    { from: 'apps/api/src', to: '/app/src' },
    { from: 'libs', to: '/libs' },
  ];
  const development = { ...service.development!, mounts, kept: [] };
  expect(written(request({ service: { ...service, development } }))).toMatchObject({
    workspaceMount: `source=\${localWorkspaceFolder}/apps/api/src,target=/app/src,type=bind`,
    mounts: [`source=\${localWorkspaceFolder}/libs,target=/libs,type=bind`],
    workspaceFolder: '/app',
  });
});

test('a project at the root', () => {
  const { app } = composeRequest({}, {}, '.');
  const asked = request({ app, image: { dockerfile: 'Dockerfile', context: 'workspace' } }, 'src', '/app/src');
  expect(planDevContainer(asked)[0]!.path).toBe('.devcontainer/devcontainer.json');
  expect(written(asked).build).toEqual({ dockerfile: '../Dockerfile', context: '..', target: 'development' });
});

test('planned over its own output, nothing changes', () => {
  const first = planDevContainer(request({ compose }));
  const existing = Object.fromEntries(first.map(({ path, text }) => [path, text]));
  expect(planDevContainer(request({ compose, existing }))).toEqual([{ ...first[0], edited: true }]);
});

test('a file that is there keeps its comments, order and line endings, and its way to a container', () => {
  const path = '.devcontainer/acme-api/devcontainer.json';
  const text =
    '{\r\n\t// mine\r\n\t"image": "ours:1", // why\r\n\t"customizations": { "vscode": { "extensions": ["a.b"] } },\r\n}\r\n';
  const [file] = planDevContainer(request({ compose, existing: { [path]: text } }));
  expect(file!.text).toContain('\t// mine\r\n\t"image": "ours:1", // why\r\n');
  expect(file!.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const settings = parseJson(file!.text);
  expect(settings.image).toBe('ours:1');
  expect(settings.dockerComposeFile).toBeUndefined();
  expect(settings.forwardPorts).toEqual([3000, 9229]);
  expect(settings.customizations.vscode.extensions).toEqual(['a.b', 'biomejs.biome']);
});

test.each([
  ['customizations that are none', '{ "customizations": 1 }', 1],
  ['an extension that is none', '{ "customizations": { "vscode": { "extensions": [1] } } }', undefined],
  ['a byte order mark', '\uFEFF{}', undefined],
])('a file with %s stays JSON', (_, text, customizations) => {
  const path = '.devcontainer/acme-api/devcontainer.json';
  const [file] = planDevContainer(request({ compose, existing: { [path]: text } }));
  const settings = JSON.parse(file!.text.replace('\uFEFF', ''));
  expect(settings.service).toBe('api');
  if (customizations) expect(settings.customizations).toBe(customizations);
  else expect(settings.customizations.vscode.extensions).toContain('biomejs.biome');
  expect(file!.text.startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
});

test('nothing is planned without a stage for development, or over what cannot be read', () => {
  const { development: _, ...service } = request().service;
  expect(planDevContainer(request({ service }))).toEqual([]);
  const path = '.devcontainer/acme-api/devcontainer.json';
  for (const text of ['{', '[]', '']) expect(planDevContainer(request({ existing: { [path]: text } }))).toEqual([]);
});

test.each([
  ['{ // ours\n}', undefined],
  ['{ "name": }', '.devcontainer/acme-api/devcontainer.json is no valid JSON.'],
  ['', '.devcontainer/acme-api/devcontainer.json is no valid JSON.'],
  ['[]', '.devcontainer/acme-api/devcontainer.json is no JSON object that can be read.'],
])('%j: %s', (text, message) => {
  const path = '.devcontainer/acme-api/devcontainer.json';
  expect(unreadableDevContainer(request({ existing: { [path]: text } }))?.message).toBe(message);
});
