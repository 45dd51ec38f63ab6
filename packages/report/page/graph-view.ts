import type { PageData, PageEdge, PageGraph, PageNode } from '../src/html/page-data.ts';
import { counted, element, shape } from './dom.ts';

const uses = [
  ['from', 'FROM'],
  ['copy', 'COPY --from'],
  ['mount', 'RUN --mount'],
] as const;

/** The stage graph of each Dockerfile, folded but for the first of a page of few. */
export function graphsView(data: PageData): HTMLElement | undefined {
  if (data.graphs.length === 0) return undefined;
  return element(
    'section',
    { 'aria-labelledby': 'graphs-title' },
    element('h2', { id: 'graphs-title' }, 'Stages'),
    element(
      'p',
      { class: 'legend' },
      ...uses.map(([use, words]) => element('span', { class: `use ${use}` }, words)),
      element('span', { class: 'role final' }, 'becomes an image'),
      element('span', { class: 'role shipped' }, 'its layers ship too'),
    ),
    ...data.graphs.map((graph) => graphView(data, graph, data.graphs.length <= 2)),
  );
}

function graphView(data: PageData, graph: PageGraph, open: boolean): HTMLElement {
  const { path } = data.files[graph.file]!;
  const stages = graph.nodes.filter(({ kind }) => kind === 'stage').length;
  const view = element(
    'details',
    { class: 'file graph' },
    element('summary', {}, element('h3', {}, path), element('span', { class: 'note' }, counted(stages, 'stage'))),
  );
  const fill = () => {
    if (view.childElementCount === 1)
      view.append(
        element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': path }, drawn(graph, path)),
      );
  };
  view.addEventListener('toggle', () => view.open && fill());
  if (open) {
    fill();
    view.open = true;
  }
  return view;
}

function drawn({ width, height, nodes, edges }: PageGraph, path: string): SVGElement {
  const said = edges.map(({ label }) => label).join('; ');
  return shape(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' },
    shape('title', {}, `Stages of ${path}`),
    shape('desc', {}, said),
    ...edges.map(edgeShape),
    ...nodes.map(nodeShape),
  );
}

function edgeShape({ use, points, label }: PageEdge): SVGElement {
  const [x, y] = points.at(-1)!;
  const tip = `M${x - 8} ${y - 5}L${x} ${y}L${x - 8} ${y + 5}Z`;
  return shape(
    'g',
    { class: `edge ${use}` },
    shape('title', {}, label),
    shape('path', { d: wayOf(points) }),
    shape('path', { d: tip, class: 'tip' }),
  );
}

function wayOf(points: PageEdge['points']): string {
  const [start, ...others] = points;
  let [fromX, fromY] = start!;
  const steps = others.map(([x, y], index) => {
    const end = index === others.length - 1 ? x - 6 : x;
    const bend = (x - fromX) / 2;
    const step = index % 2 === 1 ? `L${x} ${y}` : `C${fromX + bend} ${fromY} ${x - bend} ${y} ${end} ${y}`;
    [fromX, fromY] = [x, y];
    return step;
  });
  return `M${start!.join(' ')}${steps.join('')}`;
}

function nodeShape(node: PageNode): SVGElement {
  const { kind, label, note, role, x, y, width, height } = node;
  const [upper, lower] = linesOf(node);
  const middle = lower ? y + 20 : y + height / 2 + 4;
  const line = (text: string, at: number, name?: string) =>
    shape('text', { x: x + width / 2, y: at, 'text-anchor': 'middle', class: name }, text);
  return shape(
    'g',
    { class: `node ${kind} ${role}` },
    shape('title', {}, note ? `${label}: ${note}` : label),
    shape('rect', { x, y, width, height, rx: kind === 'stage' ? 8 : 24 }),
    line(upper, middle),
    ...(lower ? [line(lower, y + 37, 'note')] : []),
  );
}

/** A stage with what is noted of it; an image with its tag below its name, of which the end tells most. */
function linesOf({ kind, label, note }: PageNode): readonly [upper: string, lower: string] {
  if (kind === 'stage') return [cut(label, 22), cut(note, 26)];
  const [, name = label, tag = ''] = /^([^@]*?)(?::([^:/@]+))?(?:@.*)?$/.exec(label) ?? [];
  return [name.length > 20 ? `…${name.slice(-19)}` : name, cut(tag, 22)];
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
