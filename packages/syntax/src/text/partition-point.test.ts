import { partitionPoint } from './partition-point.ts';

test.each([
  [[], 1, 0],
  [[1, 3, 3, 5], 0, 0],
  [[1, 3, 3, 5], 3, 1],
  [[1, 3, 3, 5], 4, 3],
  [[1, 3, 3, 5], 9, 4],
])('of %j below %d: %d', (sorted, number, count) =>
  expect(partitionPoint(sorted, (each) => each < number)).toBe(count),
);
