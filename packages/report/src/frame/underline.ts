import { displayWidth } from '../text/display-width.ts';
import type { Mark } from './mark.ts';
import type { Segment } from './segments.ts';

/** A segment and the columns under it, from 0, end exclusive. */
export interface PlacedSegment extends Segment {
  readonly columns: { readonly start: number; readonly end: number };
}

/** The rows below a line: one of underlines, with a label behind the last where there is room, then one for each other label. */
export function underlineRows(segments: readonly PlacedSegment[], width: number): string[] {
  const last = segments.at(-1);
  if (!last) return [];
  const end = segments.reduce((most, { columns }) => Math.max(most, columns.end), 0);
  const fits = last.label !== undefined && end === last.columns.end && end + 1 + displayWidth(last.label) <= width;
  const row = strokes(segments) + (fits ? ` ${last.mark.paint(last.label!)}` : '');
  const labelled = segments.filter((segment) => segment.label && !(fits && segment === last));
  return [row, ...labelled.map(({ mark, columns }) => labelRow(mark, columns.start, width))];
}

/** A label on a row of its own, under its stretch as far as that leaves it room. */
export function labelRow(mark: Mark, column: number, width: number): string {
  const label = mark.label ?? '';
  const indent = Math.max(0, Math.min(column, width - displayWidth(label)));
  return ' '.repeat(indent) + mark.paint(label);
}

function strokes(segments: readonly PlacedSegment[]): string {
  const owners: Mark[] = [];
  for (const { columns, mark } of [...segments].sort((a, b) => a.rank - b.rank)) {
    for (let at = columns.start; at < columns.end; at++) owners[at] ??= mark;
  }
  let out = '';
  for (let at = 0; at < owners.length; ) {
    const mark = owners[at];
    let end = at + 1;
    while (end < owners.length && owners[end] === mark) end++;
    out += mark ? mark.paint(mark.underline.repeat(end - at)) : ' '.repeat(end - at);
    at = end;
  }
  return out;
}
