import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lint } from '../lint.ts';
import { reportDetails } from './report-details.ts';

let root: string;

const lay = (folder: string, files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};
const metadata = (layers: unknown, more = {}) =>
  JSON.stringify({
    ...{ version: 1, image: 'api', key: 'k', content: 'c', from: 'built', digests: {}, labels: {} },
    ...{ tags: [], platforms: [], bases: [], volatile: [], layers, ...more },
  });

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dockwarden-details-')));
  lay(root, {
    'home/package.json': '{ "name": "shop", "workspaces": ["apps/*"] }',
    'home/apps/api/package.json': '{ "name": "api" }',
    'home/apps/api/Dockerfile': [
      'ARG NODE=22',
      'ARG WHICH',
      'FROM node:$NODE AS deps',
      'RUN --mount=type=bind,from=tools,target=/t x',
      'FROM deps AS build',
      'FROM $WHICH AS dev',
      'FROM scratch',
      'COPY --from=build /a /a',
      'COPY --from=build /b /b',
      'COPY --from=nginx:1.29 /c /c',
      '',
    ].join('\n'),
    'home/compose.yaml': 'services:\n  api:\n    build: { context: apps/api, target: dev }\n',
    'home/dist/docker/api/metadata.json': metadata([{ size: 10, createdBy: 'RUN x' }], {
      previous: { key: 'p', size: 4, layers: [] },
    }),
    'home/dist/docker/broken/metadata.json': '{',
    'elsewhere/dockwarden.yaml': 'dockwarden: config/v1\n',
    'elsewhere/Dockerfile': 'FROM debian:12 AS it\n',
  });
});
afterEach(() => rmSync(root, { recursive: true }));

test('projects, stages and images of what was looked at', async () => {
  const cwd = join(root, 'home');
  const outcome = await lint({ cwd, noCache: true });
  const details = await reportDetails(outcome, { cwd, images: true });
  expect(details.projects).toContainEqual({ name: 'api', files: ['apps/api/Dockerfile'] });
  expect(details.images).toEqual([{ name: 'api', size: 10, change: 6, layers: [{ size: 10, createdBy: 'RUN x' }] }]);
  const [graph] = details.graphs;
  expect(graph?.source.path).toBe('apps/api/Dockerfile');
  expect(graph?.nodes.map(({ kind, label, role }) => `${kind} ${label} ${role}`)).toEqual([
    'stage deps helper',
    'stage build helper',
    'stage dev final',
    'stage stage 3 final',
    'image node:22 helper',
    'image tools helper',
    'unknown $WHICH helper',
    'scratch scratch helper',
    'image nginx:1.29 helper',
  ]);
  expect(graph?.nodes[0]).toMatchObject({ line: 3, instructions: 1 });
  expect(graph?.edges.map(({ use, from, to, count }) => `${use} ${from} ${to} ${count}`)).toEqual([
    'from 4 0 1',
    'mount 5 0 1',
    'from 0 1 1',
    'from 6 2 1',
    'from 7 3 1',
    'copy 1 3 2',
    'copy 8 3 1',
  ]);
});

test('files of another root have their own projects and whole paths; images are left out where they are not wanted', async () => {
  const cwd = join(root, 'home');
  const outcome = await lint({ cwd, paths: ['../elsewhere/Dockerfile'], noCache: true });
  const { graphs, projects, images } = await reportDetails(outcome, { cwd, images: false });
  expect(graphs.map(({ source }) => source.path)).toEqual([join(root, 'elsewhere/Dockerfile')]);
  expect(projects.map(({ files }) => files)).toEqual([[join(root, 'elsewhere/Dockerfile')]]);
  expect(images).toEqual([]);
});

test('what stands in for a file is what is drawn', async () => {
  const cwd = join(root, 'home');
  const stdin = { filename: 'apps/api/Dockerfile', text: 'FROM alpine:3.22 AS typed\n' };
  const outcome = await lint({ cwd, stdin, noCache: true });
  const { graphs } = await reportDetails(outcome, { cwd, stdin, images: false });
  expect(graphs.map(({ nodes }) => nodes.map(({ label }) => label))).toEqual([['typed', 'alpine:3.22']]);
});

test('of a fix that only shows what it would do, what it would make is drawn', async () => {
  const cwd = join(root, 'home');
  lay(cwd, { 'apps/api/Dockerfile': 'FROM debian:12 AS one\nRUN apt-get update && apt-get install -y curl\n' });
  const outcome = await lint({ cwd, fix: true, dryRun: true, noCache: true });
  const changed = outcome.changed.map((file) => ({ ...file, after: file.after.replace('AS one', 'AS two') }));
  const clean = { ...outcome, changed, report: { ...outcome.report, findings: [] } };
  const { graphs } = await reportDetails(clean, { cwd, images: false });
  expect([changed.length, graphs[0]?.nodes[0]?.label]).toEqual([1, 'two']);
});
