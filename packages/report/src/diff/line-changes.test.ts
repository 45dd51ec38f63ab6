import fc from 'fast-check';
import { lineChanges } from './line-changes.ts';

function apply(before: readonly string[], after: readonly string[]): string[] {
  const out: string[] = [];
  let at = 0;
  for (const change of lineChanges(before, after)) {
    out.push(...before.slice(at, change.before.start), ...after.slice(change.after.start, change.after.end));
    at = change.before.end;
  }
  return [...out, ...before.slice(at)];
}

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });

test('its changes turn the one into the other', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(apply(before, after)).toEqual(after);
    }),
    { numRuns: 1000 },
  );
});

test('finds as many common lines as there are', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changed = lineChanges(before, after).reduce((sum, { before: b }) => sum + b.end - b.start, 0);
      expect(before.length - changed).toBe(longestCommon(before, after));
    }),
  );
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const x of a) {
    const next: number[] = [];
    b.forEach((y, j) => {
      next.push(x === y ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('is one change where two long texts have nothing in common', () => {
  const many = (prefix: string) => Array.from({ length: 20_000 }, (_, index) => `${prefix}${index}`);
  const started = performance.now();
  expect(lineChanges(many('a'), many('b'))).toEqual([
    { before: { start: 0, end: 20_000 }, after: { start: 0, end: 20_000 } },
  ]);
  expect(performance.now() - started).toBeLessThan(60_000);
});
