import { excerpt } from './excerpt.ts';

function excerptOf(count: number): readonly string[] {
  const kept = excerpt();
  for (let line = 1; line <= count; line++) kept.add(`${line}`);
  return kept.lines();
}

test.each([0, 1, 10, 11, 50])('%d lines are kept whole', (count) =>
  expect(excerptOf(count)).toEqual(Array.from({ length: count }, (_, index) => `${index + 1}`)),
);

test('of more, the ends', () => {
  expect(excerptOf(51).slice(9, 12)).toEqual(['10', '… 1 line left out …', '12']);
  const long = excerptOf(5000);
  expect(long).toHaveLength(51);
  expect([long[0], long[9], long[10], long[11], long[50]]).toEqual([
    '1',
    '10',
    '… 4950 lines left out …',
    '4961',
    '5000',
  ]);
});
