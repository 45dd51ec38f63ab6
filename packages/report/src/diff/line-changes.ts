/** A run of lines that gives way to another; indexes from 0, end exclusive, either side may be empty. */
export interface LineChange {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

type Match = readonly [before: number, after: number];

/** What turns some lines into others, in order: few changes where the two are alike, one for all that lies between if they are not. */
export function lineChanges(before: readonly string[], after: readonly string[]): LineChange[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const between = commonLines(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  const changes: LineChange[] = [];
  let [x, y] = [head, head];
  for (const [a, b] of [...between.map(([a, b]): Match => [a + head, b + head]), endOf(before, after, tail)]) {
    if (a > x || b > y) changes.push({ before: { start: x, end: a }, after: { start: y, end: b } });
    [x, y] = [a + 1, b + 1];
  }
  return changes;
}

function endOf(before: readonly string[], after: readonly string[], tail: number): Match {
  return [before.length - tail, after.length - tail];
}

// Beyond so many inserted and deleted lines the search is given up: it is quadratic in them.
const mostEdits = 1000;

/** Pairs of equal lines, as many as can be had in order (E. Myers, An O(ND) Difference Algorithm, 1986). */
function commonLines(before: readonly string[], after: readonly string[]): Match[] {
  const furthest: number[][] = [];
  let reach = [0];
  for (let edits = 0; edits <= Math.min(mostEdits, before.length + after.length); edits++) {
    const next: number[] = [];
    for (let index = 0; index <= edits; index++) {
      const diagonal = 2 * index - edits;
      let x = edits === 0 ? 0 : stepInto(reach, index, edits);
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      next.push(x);
      if (x >= before.length && x - diagonal >= after.length)
        return walkBack([...furthest, next], before.length, after.length);
    }
    furthest.push(next);
    reach = next;
  }
  return [];
}

/** How far a path on a diagonal gets by one more edit: a deletion from the diagonal below or an insertion from the one above. */
function stepInto(reach: readonly number[], index: number, edits: number): number {
  const deleted = index > 0 ? reach[index - 1]! + 1 : -1;
  const inserted = index < edits ? reach[index]! : -1;
  return Math.max(deleted, inserted);
}

function walkBack(furthest: readonly (readonly number[])[], width: number, height: number): Match[] {
  const matches: Match[] = [];
  let [x, y] = [width, height];
  for (let edits = furthest.length - 1; edits >= 0; edits--) {
    const index = (x - y + edits) / 2;
    const reach = furthest[edits - 1] ?? [0];
    const start = edits === 0 ? 0 : stepInto(reach, index, edits);
    while (x > start) matches.push([--x, --y]);
    if (edits === 0) break;
    const deletion = index > 0 && reach[index - 1]! + 1 === start;
    if (deletion) x--;
    else y--;
  }
  return matches.reverse();
}
