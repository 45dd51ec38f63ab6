import { sourceText } from '@dockwarden-internal/syntax';
import fc from 'fast-check';
import { layoutGraph, mostNodes } from './layout-graph.ts';
import type { StageEdge, StageGraph, StageNode } from './report-details.ts';

const source = sourceText('Dockerfile', '');
const stage = (label: string, role: StageNode['role'] = 'helper'): StageNode => ({
  kind: 'stage',
  label,
  role,
  line: 1,
  instructions: 2,
});
const image = (label: string): StageNode => ({ kind: 'image', label, role: 'helper' });
const edge = (from: number, to: number, use: StageEdge['use'] = 'from', count = 1): StageEdge => ({
  use,
  from,
  to,
  count,
});
const graph = (nodes: readonly StageNode[], edges: readonly StageEdge[]): StageGraph => ({ source, nodes, edges });

test('whatever a stage uses stands left of it, an image beside the first stage that uses it', () => {
  const laid = layoutGraph(
    graph(
      [stage('deps'), stage('build'), stage('run', 'final'), image('node:22'), image('nginx')],
      [edge(3, 0), edge(0, 1), edge(4, 2), edge(1, 2, 'copy', 2), edge(3, 1, 'mount')],
    ),
  )!;
  const [deps, build, run, node, nginx] = laid.nodes.map(({ x }) => x);
  expect([node! < deps!, deps! < build!, build! < run!, nginx === build]).toEqual([true, true, true, true]);
  expect(laid.nodes[2]).toMatchObject({ label: 'run', note: '2 instructions, line 1', role: 'final' });
  expect(laid.edges.map(({ label }) => label)).toEqual([
    'node:22 is the base of deps',
    'deps is the base of build',
    'nginx is the base of run',
    'build is copied into run, 2 times',
    'node:22 is mounted by build',
  ]);
});

test('an edge over several columns passes no node', () => {
  const laid = layoutGraph(
    graph([stage('a'), stage('b'), stage('c'), image('x')], [edge(3, 0), edge(0, 1), edge(1, 2), edge(0, 2, 'copy')]),
  )!;
  const { points } = laid.edges.at(-1)!;
  const middle = laid.nodes[1]!;
  expect(points).toHaveLength(4);
  const y = points[1]![1];
  expect([points[1]![0], points[2]![0]]).toEqual([middle.x, middle.x + middle.width]);
  expect(y < middle.y || y > middle.y + middle.height).toBe(true);
});

test('control characters of names are shown, and long ones cut', () => {
  const laid = layoutGraph(graph([stage(`a\u0007${'x'.repeat(500)}`)], []))!;
  expect(laid.nodes[0]?.label).toMatch(/^a\u2407x{100,}…$/);
});

test('no graph of nothing, nor of a knot', () => {
  expect(layoutGraph(graph([], []))).toBeUndefined();
  expect(
    layoutGraph(
      graph(
        Array.from({ length: mostNodes + 1 }, (_, index) => stage(`s${index}`)),
        [],
      ),
    ),
  ).toBeUndefined();
});

test('of any graph, nodes lie within it and apart, and edges lead to the right', () => {
  const nodes = fc.array(fc.constantFrom('stage' as const, 'image' as const), { minLength: 1, maxLength: 30 });
  const pairs = fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 });
  fc.assert(
    fc.property(nodes, pairs, (kinds, links) => {
      const made = [...kinds]
        .sort()
        .reverse()
        .map((kind, index) => ({ ...stage(`n${index}`), kind }));
      const edges = links.flatMap(([from, to]) => {
        const possible = from < made.length && made[to]?.kind === 'stage' && from !== to;
        return possible ? [edge(from, to)] : [];
      });
      const laid = layoutGraph(graph(made, edges))!;
      for (const { x, y, width, height } of laid.nodes) {
        expect(x >= 0 && y >= 0 && x + width <= laid.width && y + height <= laid.height).toBe(true);
      }
      expect(new Set(laid.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(made.length);
      for (const { from, to } of laid.edges) expect(laid.nodes[from]!.x).toBeLessThan(laid.nodes[to]!.x);
    }),
  );
});
