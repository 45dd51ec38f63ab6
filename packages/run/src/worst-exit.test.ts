import { type ExitPart, worstExit } from './worst-exit.ts';

test.each<[readonly ExitPart[], ExitPart]>([
  [[], 0],
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 3, 0], 3],
  [[3, 1, 2], 2],
  [[2, 130], 130],
])('%j: %s', (parts, exit) => expect(worstExit(parts)).toBe(exit));
