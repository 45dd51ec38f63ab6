/** Versions from the first bound up to, and without, the second. Bounds are major, minor and patch. */
export interface Interval {
  readonly from: Bound;
  readonly to: Bound;
}

export type Bound = readonly [number, number, number];

export const everything: Interval = { from: [0, 0, 0], to: [Number.POSITIVE_INFINITY, 0, 0] };

function compareBounds(a: Bound, b: Bound): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

export function intersect(a: Interval, b: Interval): Interval | undefined {
  const from = compareBounds(a.from, b.from) >= 0 ? a.from : b.from;
  const to = compareBounds(a.to, b.to) <= 0 ? a.to : b.to;
  return compareBounds(from, to) < 0 ? { from, to } : undefined;
}

export function contains(outer: Interval, inner: Interval): boolean {
  return compareBounds(outer.from, inner.from) <= 0 && compareBounds(inner.to, outer.to) <= 0;
}

/** A version as far as it is written: `22` and `3.12.x` stand for all that begin so. */
export function partialVersion(text: string): readonly number[] | undefined {
  const match = /^[v=]?\s*(?:(\d{1,9})(?:\.(\d{1,9}|[x*]))?(?:\.(\d{1,9}|[x*]))?(?:[-+.][\w.+-]*)?|[x*])$/i.exec(text);
  if (!match) return undefined;
  const numbers: number[] = [];
  for (const part of match.slice(1)) {
    if (part === undefined || !/^\d/.test(part)) break;
    numbers.push(Number(part));
  }
  return numbers;
}

/** All versions that begin with these numbers. */
export function startingWith(numbers: readonly number[]): Interval {
  return numbers.length === 0 ? everything : { from: padded(numbers), to: after(numbers) };
}

export function padded([major = 0, minor = 0, patch = 0]: readonly number[]): Bound {
  return [major, minor, patch];
}

/** The first version that no longer begins with these numbers. */
export function after(numbers: readonly number[]): Bound {
  const raised = [...numbers];
  raised[raised.length - 1]! += 1;
  return padded(raised);
}
