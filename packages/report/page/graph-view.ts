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

function edgeShape({ use, curve, label }: PageEdge): SVGElement {
  const [x1, y1, ax, ay, bx, by, x2, y2] = curve;
  const d = `M${x1} ${y1}C${ax} ${ay} ${bx} ${by} ${x2 - 6} ${y2}`;
  const tip = `M${x2 - 8} ${y2 - 5}L${x2} ${y2}L${x2 - 8} ${y2 + 5}Z`;
  return shape(
    'g',
    { class: `edge ${use}` },
    shape('title', {}, label),
    shape('path', { d }),
    shape('path', { d: tip, class: 'tip' }),
  );
}

function nodeShape({ kind, label, note, role, x, y, width, height }: PageNode): SVGElement {
  const middle = note ? y + 20 : y + height / 2 + 4;
  return shape(
    'g',
    { class: `node ${kind} ${role}` },
    shape('title', {}, note ? `${label}: ${note}` : label),
    shape('rect', { x, y, width, height, rx: kind === 'stage' ? 8 : 24 }),
    shape(
      'text',
      { x: x + width / 2, y: middle, 'text-anchor': 'middle' },
      kind === 'stage' ? cut(label, 22) : cutAhead(label, 20),
    ),
    ...(note
      ? [shape('text', { x: x + width / 2, y: y + 37, 'text-anchor': 'middle', class: 'note' }, cut(note, 26))]
      : []),
  );
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

/** Of an image the end tells most: its name and tag. */
function cutAhead(text: string, length: number): string {
  return text.length > length ? `…${text.slice(1 - length)}` : text;
}
