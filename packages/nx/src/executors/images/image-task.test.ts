import { expect, test } from '@jest/globals';
import { taskOfContext, tasksOfBatch } from './image-task.ts';

test('the command line of a batch is the same for all tasks; what Nx keeps for itself is left out', () => {
  const task = (project: string) => ({
    id: `${project}:docker-build`,
    target: { project, target: 'docker-build' },
    overrides: {},
    outputs: [],
    parallelism: true,
    cache: false,
  });
  const graph = {
    roots: [],
    tasks: { 'api:docker-build': task('api') },
    dependencies: {},
    continuousDependencies: {},
  };
  const options = { 'api:docker-build': { images: ['api'], tag: 'x' } };
  expect(tasksOfBatch(graph, options, { tag: 'x', __overrides_unparsed__: [] })).toEqual([
    { id: 'api:docker-build', project: 'api', options: options['api:docker-build'], overrides: { tag: 'x' } },
  ]);
});

test('of a plain task the command line is what its configuration does not say', () => {
  const target = {
    executor: '@dockwarden/nx:build',
    options: { images: ['api'], tag: 'a' },
    configurations: { ci: { sbom: true } },
  };
  const context = {
    root: '/',
    cwd: '/',
    isVerbose: false,
    projectName: 'api',
    targetName: 'docker-build',
    configurationName: 'ci',
    projectGraph: { nodes: {}, dependencies: {} },
    nxJsonConfiguration: {},
    projectsConfigurations: {
      version: 2,
      projects: { api: { root: 'apps/api', targets: { 'docker-build': target } } },
    },
  };
  const { overrides } = taskOfContext({ images: ['api'], tag: 'b', sbom: true }, context);
  expect(overrides).toEqual({ tag: 'b' });
});
