import { type LocatedScalar, scalarOf } from './located.ts';
import type { Hole } from './variables/expand.ts';

/**
 * Splits a string value at a separator, never within a variable without value or within `${…}` that is still there.
 * Each piece points at its own words where the text stands in the file as it is.
 */
export function split(scalar: LocatedScalar, separator: string): LocatedScalar[] {
  const text = String(scalar.value);
  const written = writtenAt(scalar);
  const pieces: LocatedScalar[] = [];
  let from = 0;
  let hole = 0;
  let firstHole = 0;
  for (let to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, to + 1)) {
    while (hole < scalar.holes.length && scalar.holes[hole]!.end <= to) hole++;
    if (hole < scalar.holes.length && scalar.holes[hole]!.start <= to) continue;
    pieces.push(cutOut(scalar, from, to, scalar.holes.slice(firstHole, hole), written));
    from = to + separator.length;
    firstHole = hole;
  }
  pieces.push(cutOut(scalar, from, text.length, scalar.holes.slice(firstHole), written));
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
  return cutOut(scalar, start, end, scalar.holes, writtenAt(scalar));
}

function cutOut(
  scalar: LocatedScalar,
  start: number,
  end: number,
  within: readonly Hole[],
  written: number | undefined,
): LocatedScalar {
  const text = String(scalar.value).slice(start, end);
  const holes: Hole[] = [];
  for (const hole of within) {
    if (hole.end <= start || hole.start >= end) continue;
    holes.push({ ...hole, start: Math.max(hole.start, start) - start, end: Math.min(hole.end, end) - start });
  }
  const names = scalar.variables ? { variables: scalar.variables } : {};
  const { source } = scalar.place;
  const place = written === undefined ? scalar.place : { source, span: { start: written + start, end: written + end } };
  return { ...scalarOf(scalar, text, holes), place, ...names };
}

/** The offset of the value's text in the file, where the file has it as it is, perhaps in quotes. */
function writtenAt(scalar: LocatedScalar): number | undefined {
  const { source, span } = scalar.place;
  const text = String(scalar.value);
  const written = source.text.slice(span.start, span.end);
  if (written === text) return span.start;
  return written.length === text.length + 2 && written.slice(1, -1) === text ? span.start + 1 : undefined;
}
