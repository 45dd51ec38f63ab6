import type { Span } from '@dockwarden-internal/syntax';
import type { Cell } from './line-cells.ts';
import { lineCells } from './line-cells.ts';

/** A line as it is printed, cut to the room there is. */
export interface FittedLine {
  readonly shown: string;
  /** Columns under a stretch of the file, from 0, end exclusive: at least one, even where the stretch is empty. */
  columns(span: Span): { start: number; end: number };
}

export interface LineToFit {
  readonly text: string;
  /** The line within the text, without its line break. */
  readonly line: Span;
  /** What has to be seen, as far as there is room. */
  readonly focus?: Span;
  readonly masked: readonly Span[];
  readonly width: number;
}

// How much of what stands before the focus is kept where the line is cut.
const lead = 16;
// Of longer lines (minified files) only so much around the focus is looked at.
const longest = 4000;

/** Lays out a line in `width` columns. A longer one is cut around its focus, with an ellipsis at each cut. */
export function fitLine({ text, line, focus, masked, width }: LineToFit): FittedLine {
  const stretch = stretchNear(line, focus);
  const cells = lineCells(text, stretch, masked);
  const shown = cut(cells, line, firstCell(cells, focus, width, stretch.end === line.end), width);
  const columns = (span: Span) => {
    const { start, end } = columnsOf(shown, span);
    return { start: Math.min(start, width - 1), end: Math.min(end, width) };
  };
  return { shown: shown.map((cell) => cell.shown).join(''), columns };
}

function stretchNear(line: Span, focus: Span | undefined): Span {
  if (line.end - line.start <= longest) return line;
  const start = Math.max(line.start, Math.min(focus?.start ?? line.start, line.end) - longest / 4);
  return { start, end: Math.min(line.end, start + longest) };
}

/** Index of the cell to begin with: the first where the focus ends within the room, else one a little before the focus. */
function firstCell(cells: readonly Cell[], focus: Span | undefined, width: number, whole: boolean): number {
  const total = widthOf(cells);
  if (!focus || (whole && total <= width)) return 0;
  const { start, end } = columnsOf(cells, focus);
  if (end < width) return 0;
  let skip = Math.max(0, Math.min(start - lead, total + 1 - width));
  return cells.findIndex((cell) => {
    skip -= cell.width;
    return skip < 0;
  });
}

/** The cells that fit, from the first on, with an ellipsis for what is left out at either side. */
function cut(cells: readonly Cell[], line: Span, first: number, width: number): Cell[] {
  const rest = cells.slice(Math.max(0, first));
  const head = rest[0]?.start ?? line.end;
  const before = head > line.start ? [ellipsis(line.start, head)] : [];
  const room = width - before.length;
  const complete = (rest.at(-1)?.end ?? line.end) === line.end;
  if (complete && widthOf(rest) <= room) return [...before, ...rest];
  let used = 0;
  const fitting = rest.findIndex((cell) => {
    used += cell.width;
    return used > room - 1;
  });
  const kept = fitting < 0 ? rest : rest.slice(0, fitting);
  return [...before, ...kept, ellipsis(kept.at(-1)?.end ?? head, line.end)];
}

function ellipsis(start: number, end: number): Cell {
  return { shown: '…', width: 1, start, end };
}

function columnsOf(cells: readonly Cell[], span: Span): { start: number; end: number } {
  const first = cells.findIndex((cell) => cell.end > span.start);
  const start = widthOf(first < 0 ? cells : cells.slice(0, first));
  const end = widthOf(cells.slice(0, cells.findLastIndex((cell) => cell.start < span.end) + 1));
  return { start, end: Math.max(start + 1, end) };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((width, cell) => width + cell.width, 0);
}
