import type { Offer } from './choose-fixes.ts';
import { depths } from './depths.ts';
import type { FixGroup } from './fix-groups.ts';

const group = (count: number, ...paths: string[]): FixGroup => ({
  offers: Array.from({ length: count }, () => ({}) as Offer),
  paths: new Set(paths),
});

test('a group that spoils something is tried with half as many fixes, and with twice as many after it went well', () => {
  const { cut, halve, deepen } = depths();
  const tried = () => cut(group(9, 'a', 'b'));
  const counts = [tried().offers.length];
  for (const step of [halve, halve, halve, halve, deepen, deepen]) {
    step(tried());
    counts.push(tried().offers.length);
  }
  expect(counts).toEqual([9, 4, 2, 1, 1, 2, 4]);
});

test('each group has a depth of its own, by its files', () => {
  const { cut, halve } = depths();
  halve(group(8, 'a', 'b'));
  expect(cut(group(8, 'b', 'a')).offers).toHaveLength(4);
  expect(cut(group(8, 'a')).offers).toHaveLength(8);
});
