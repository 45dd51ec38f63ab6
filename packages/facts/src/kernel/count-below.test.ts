import { countBelow } from './count-below.ts';

test.each([
  [[], 1, 0],
  [[1, 3, 3, 5], 0, 0],
  [[1, 3, 3, 5], 3, 1],
  [[1, 3, 3, 5], 4, 3],
  [[1, 3, 3, 5], 9, 4],
])('of %j smaller than %d: %d', (sorted, number, count) => expect(countBelow(sorted, number)).toBe(count));
