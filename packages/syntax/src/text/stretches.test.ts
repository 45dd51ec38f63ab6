import { stretchesIn, stretchesOf } from './stretches.ts';

const spans = [
  { start: 5, end: 9 },
  { start: 2, end: 6 },
  { start: 12, end: 12 },
  { start: 20, end: 22 },
];

test('joins spans that overlap, in order, and passes over empty ones', () => {
  expect(stretchesOf(spans)).toEqual([
    { start: 2, end: 9, members: [spans[1], spans[0]] },
    { start: 20, end: 22, members: [spans[3]] },
  ]);
});

test.each([
  [{ start: 0, end: 2 }, []],
  [{ start: 8, end: 9 }, [2]],
  [{ start: 9, end: 20 }, []],
  [{ start: 0, end: 30 }, [2, 20]],
  [{ start: 22, end: 30 }, []],
])('finds those that overlap %j', (span, starts) => {
  expect(stretchesIn(stretchesOf(spans), span).map(({ start }) => start)).toEqual(starts);
});
