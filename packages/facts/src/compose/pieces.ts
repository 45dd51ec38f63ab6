import { type LocatedScalar, scalarOf } from './located.ts';
import type { Hole } from './variables/expand.ts';

/**
 * Splits a string value at a separator, never within a variable without value or within `${…}` that is still there.
 * Each piece points at its own words where the text stands in the file as it is.
 */
export function split(scalar: LocatedScalar, separator: string): LocatedScalar[] {
  const text = String(scalar.value);
  const pieces: LocatedScalar[] = [];
  let from = 0;
  for (let to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, to + 1)) {
    if (scalar.holes.some((hole) => hole.start <= to && to < hole.end)) continue;
    pieces.push(piece(scalar, from, to));
    from = to + separator.length;
  }
  pieces.push(piece(scalar, from, text.length));
  return pieces;
}

/** The two sides of the first separator; one piece alone where there is none. */
export function cut(scalar: LocatedScalar, separator: string): [LocatedScalar, LocatedScalar?] {
  const text = String(scalar.value);
  const [first] = split(scalar, separator);
  const length = String(first!.value).length;
  return length === text.length ? [scalar] : [first!, piece(scalar, length + separator.length, text.length)];
}

/** The stretch of a string value as a value of its own. */
export function piece(scalar: LocatedScalar, start: number, end: number): LocatedScalar {
  const text = String(scalar.value).slice(start, end);
  const holes: Hole[] = [];
  for (const hole of scalar.holes) {
    if (hole.end <= start || hole.start >= end) continue;
    holes.push({ ...hole, start: Math.max(hole.start, start) - start, end: Math.min(hole.end, end) - start });
  }
  const names = scalar.variables ? { variables: scalar.variables } : {};
  return { ...scalarOf(scalar, text, holes), place: pieceSpan(scalar, start, end), ...names };
}

/** Where the stretch is written: its own words where the file has the value's text as it is, else the whole value. */
function pieceSpan(scalar: LocatedScalar, start: number, end: number): LocatedScalar['place'] {
  const { source, span } = scalar.place;
  const text = String(scalar.value);
  const written = source.text.slice(span.start, span.end);
  const quoted = written.length === text.length + 2 && written.slice(1, -1) === text;
  if (!quoted && written !== text) return scalar.place;
  const offset = span.start + (quoted ? 1 : 0);
  return { source, span: { start: offset + start, end: offset + end } };
}
