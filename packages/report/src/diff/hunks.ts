import type { LineChange } from './line-changes.ts';

/** Changes that are shown together, with the unchanged lines around them; indexes from 0, end exclusive. */
export interface Hunk extends LineChange {
  readonly changes: readonly LineChange[];
}

/** Joins changes whose surroundings of `context` lines meet. `length` counts the lines before the change. */
export function hunksOf(changes: readonly LineChange[], context: number, length: number): Hunk[] {
  const groups: LineChange[][] = [];
  for (const change of changes) {
    const last = groups.at(-1);
    if (last && change.before.start - last.at(-1)!.before.end <= 2 * context) last.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0]!, group.at(-1)!];
    const above = Math.min(context, first.before.start);
    const below = Math.min(context, length - last.before.end);
    return {
      before: { start: first.before.start - above, end: last.before.end + below },
      after: { start: first.after.start - above, end: last.after.end + below },
      changes: group,
    };
  });
}
