import { expect, test } from '@jest/globals';
import { graphByFolder } from './project-graph.ts';

const node = (root: string) => ({ data: { root } });
const edge = (target: string, type = 'static') => ({ type, target });

test('edges between projects, by folder; packages and the order of tasks are left out', () => {
  const graph = {
    nodes: { api: node('apps/api'), ui: node('libs/ui'), e2e: node('apps/api-e2e') },
    dependencies: { api: [edge('ui', 'dynamic'), edge('npm:react')], e2e: [edge('api', 'implicit')] },
  };
  expect(Object.fromEntries(graphByFolder(graph as never))).toEqual({
    'apps/api': ['libs/ui'],
    'libs/ui': [],
    'apps/api-e2e': [],
  });
});

test('without a graph there are no folders', () => {
  expect(graphByFolder(undefined).size).toBe(0);
});
