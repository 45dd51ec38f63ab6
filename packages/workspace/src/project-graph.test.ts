import { withGraph } from './project-graph.ts';

const projects = [
  { name: 'api', root: 'apps/api' },
  { name: 'ui', root: 'libs/ui' },
  { name: 'shop', root: '.' },
];

test('what a graph knows is added to what files declare, by folder', () => {
  const graph = new Map([
    ['apps/api', ['libs/ui', 'libs/none']],
    ['libs/none', ['libs/ui']],
  ]);
  const direct = withGraph(new Map([['api', ['shop']]]), projects, graph);
  expect(Object.fromEntries(direct)).toEqual({ api: ['shop', 'ui'], ui: [], shop: [] });
});

test('without a graph the files have the word', () => {
  const declared = new Map([['api', ['ui']]]);
  expect(withGraph(declared, projects, new Map())).toBe(declared);
});
