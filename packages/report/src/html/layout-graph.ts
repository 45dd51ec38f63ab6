import { counted } from '../text/counted.ts';
import { shorten } from '../text/shorten.ts';
import { oneLine } from '../text/visible.ts';
import type { PageEdge, PageGraph, PageNode } from './page-data.ts';
import type { StageEdge, StageGraph, StageNode } from './report-details.ts';

const box = { width: 188, height: 48 };
const gap = { x: 52, y: 16 };
const margin = 8;
const longestLabel = 120;
/** A graph of more is a knot that tells nothing. */
export const mostNodes = 80;
const mostEdges = 300;
/** Height of the place where an edge passes a column by. */
const passage = 12;

/** Lays the stages out in columns, each right of all that it uses, images beside the first that uses them; undefined for too many. */
export function layoutGraph({ nodes, edges }: StageGraph): Omit<PageGraph, 'file'> | undefined {
  if (nodes.length === 0 || nodes.length > mostNodes || edges.length > mostEdges) return undefined;
  const columns = columnsOf(nodes, edges);
  const drawn = edges.filter(({ from, to }) => columns[from]! < columns[to]!);
  const { stops, routes } = routesOf(columns, drawn);
  const rows = rowsOf(stops, routes);
  const heightOf = (stop: number) => (stop < nodes.length ? box.height : passage);
  const heights = rows.map((members) => members.reduce((sum, stop) => sum + heightOf(stop) + gap.y, -gap.y));
  const tallest = Math.max(...heights);
  const boxes: Box[] = [];
  for (const [column, members] of rows.entries()) {
    let y = margin + (tallest - heights[column]!) / 2;
    for (const stop of members) {
      const height = heightOf(stop);
      boxes[stop] = { x: margin + column * (box.width + gap.x), y, width: box.width, height };
      y += height + gap.y;
    }
  }
  return {
    width: 2 * margin + rows.length * (box.width + gap.x) - gap.x,
    height: 2 * margin + tallest,
    nodes: nodes.map((node, index) => ({ ...shownNode(node), ...boxes[index]! })),
    edges: drawn.map((edge, index) => shownEdge(edge, nodes, routes[index]!, boxes)),
  };
}

type Box = Pick<PageNode, 'x' | 'y' | 'width' | 'height'>;

interface Routes {
  /** Columns of the nodes, then of the places where an edge passes a column by. */
  readonly stops: readonly number[];
  /** The stops of each edge, one in each column from its node to its other. */
  readonly routes: readonly (readonly number[])[];
}

/** Gives an edge over several columns a place of its own in each, so that it passes no node behind (K. Sugiyama et al., 1981). */
function routesOf(columns: readonly number[], edges: readonly StageEdge[]): Routes {
  const stops = [...columns];
  const routes = edges.map(({ from, to }) => {
    const route = [from];
    for (let column = columns[from]! + 1; column < columns[to]!; column++) route.push(stops.push(column) - 1);
    return [...route, to];
  });
  return { stops, routes };
}

/** Numbers of columns from 0 without holes. Stages come in file order, so that whatever a stage uses has its column before it. */
function columnsOf(nodes: readonly StageNode[], edges: readonly StageEdge[]): readonly number[] {
  const columns: number[] = nodes.map(({ kind }) => (kind === 'stage' ? 1 : 0));
  for (const [index, { kind }] of nodes.entries()) {
    if (kind !== 'stage') continue;
    for (const { from, to } of edges)
      if (to === index && nodes[from]?.kind === 'stage' && from < to)
        columns[to] = Math.max(columns[to]!, columns[from]! + 1);
  }
  for (const [index, { kind }] of nodes.entries()) {
    if (kind === 'stage') continue;
    const users = edges.filter(({ from }) => from === index).map(({ to }) => columns[to]!);
    columns[index] = Math.max(0, Math.min(...users, columns.length) - 1);
  }
  const used = [...new Set(columns)].sort((one, other) => one - other);
  return columns.map((column) => used.indexOf(column));
}

/** The stops of each column, near to those that lead to them. */
function rowsOf(columns: readonly number[], routes: Routes['routes']): readonly (readonly number[])[] {
  const before = new Map<number, number[]>();
  for (const route of routes)
    for (const [index, stop] of route.entries())
      if (index > 0) before.set(stop, [...(before.get(stop) ?? []), route[index - 1]!]);
  const rows: number[][] = Array.from({ length: Math.max(...columns) + 1 }, () => []);
  for (const [stop, column] of columns.entries()) rows[column]!.push(stop);
  const height = new Map<number, number>();
  const weight = (stop: number) => {
    const near = (before.get(stop) ?? []).map((each) => height.get(each) ?? 0);
    return near.length > 0 ? near.reduce((sum, each) => sum + each, 0) / near.length : stop;
  };
  return rows.map((members) => {
    const weights = new Map(members.map((stop) => [stop, weight(stop)]));
    const sorted = [...members].sort((one, other) => weights.get(one)! - weights.get(other)! || one - other);
    for (const [row, stop] of sorted.entries()) height.set(stop, row);
    return sorted;
  });
}

function shownNode({
  kind,
  label,
  instructions,
  line,
  role,
}: StageNode): Omit<PageNode, 'x' | 'y' | 'width' | 'height'> {
  const note = [
    ...(instructions === undefined ? [] : [counted(instructions, 'instruction')]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ].join(', ');
  return { kind, label: shorten(oneLine(label), longestLabel), note, role };
}

const verbs = { from: 'is the base of', copy: 'is copied into', mount: 'is mounted by' } as const;

function shownEdge(
  { use, from, to, count }: StageEdge,
  nodes: readonly StageNode[],
  route: readonly number[],
  boxes: readonly Box[],
): PageEdge {
  const [start, end] = [shownNode(nodes[from]!).label, shownNode(nodes[to]!).label];
  const times = count > 1 ? `, ${count} times` : '';
  const points = route.flatMap((stop) => {
    const { x, y, width, height } = boxes[stop]!;
    const middle = y + height / 2;
    return [[x, middle] as const, [x + width, middle] as const];
  });
  return { use, from, to, label: `${start} ${verbs[use]} ${end}${times}`, points: points.slice(1, -1) };
}
