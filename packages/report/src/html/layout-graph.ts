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

/** Lays the stages out in columns, each right of all that it uses, images beside the first that uses them; undefined for too many. */
export function layoutGraph({ nodes, edges }: StageGraph): Omit<PageGraph, 'file'> | undefined {
  if (nodes.length === 0 || nodes.length > mostNodes) return undefined;
  const columns = columnsOf(nodes, edges);
  const rows = rowsOf(columns, edges);
  const tallest = Math.max(...rows.map((members) => members.length));
  const placed: PageNode[] = [];
  for (const [column, members] of rows.entries()) {
    const top = ((tallest - members.length) * (box.height + gap.y)) / 2;
    for (const [row, index] of members.entries())
      placed[index] = {
        ...shownNode(nodes[index]!),
        ...box,
        x: margin + column * (box.width + gap.x),
        y: margin + top + row * (box.height + gap.y),
      };
  }
  return {
    width: 2 * margin + rows.length * (box.width + gap.x) - gap.x,
    height: 2 * margin + tallest * (box.height + gap.y) - gap.y,
    nodes: placed,
    edges: edges.filter(({ from, to }) => columns[from]! < columns[to]!).map((edge) => shownEdge(edge, placed)),
  };
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

/** The nodes of each column, near to what they use. */
function rowsOf(columns: readonly number[], edges: readonly StageEdge[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: Math.max(...columns) + 1 }, () => []);
  const height = new Map<number, number>();
  for (const [column, members] of rows.entries()) {
    const weight = (index: number) => {
      const near = edges.filter(({ to }) => to === index).flatMap(({ from }) => height.get(from) ?? []);
      return near.length > 0 ? near.reduce((sum, each) => sum + each, 0) / near.length : index;
    };
    const weighed = columns.flatMap((each, index) => (each === column ? [{ index, weight: weight(index) }] : []));
    weighed.sort((one, other) => one.weight - other.weight || one.index - other.index);
    members.push(...weighed.map(({ index }) => index));
    for (const [row, index] of members.entries()) height.set(index, row);
  }
  return rows;
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

function shownEdge({ use, from, to, count }: StageEdge, nodes: readonly PageNode[]): PageEdge {
  const [start, end] = [nodes[from]!, nodes[to]!];
  const [x1, y1] = [start.x + start.width, start.y + start.height / 2];
  const [x2, y2] = [end.x, end.y + end.height / 2];
  const bend = Math.max(32, (x2 - x1) / 2);
  const times = count > 1 ? `, ${count} times` : '';
  return {
    use,
    from,
    to,
    label: `${start.label} ${verbs[use]} ${end.label}${times}`,
    curve: [x1, y1, x1 + bend, y1, x2 - bend, y2, x2, y2],
  };
}
