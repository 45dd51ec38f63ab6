import { expect, test } from '@jest/globals';
import { endedOn } from './ended.ts';

const on = (today: string) => endedOn(today, { suppressions: ['2026-12-24'], waivers: ['2027-02-28'] });

test.each([
  ['nothing ends yet', '2026-12-23', undefined],
  ['the last day is one on which it counts', '2026-12-24', undefined],
  ['a suppression has ended', '2026-12-25', '2026-12-24'],
  ['a waiver is announced', '2027-01-29', '2026-12-24,2027-02-28-30'],
  ['every day with another number', '2027-02-28', '2026-12-24,2027-02-28-0'],
  ['both have ended', '2027-03-01', '2026-12-24,2027-02-28'],
  ['and stay so', '2028-01-01', '2026-12-24,2027-02-28'],
])('%s', (_, today, told) => {
  expect(on(today)).toBe(told);
});

test('a day that there is not changes nothing', () => {
  expect(endedOn('2026-12-24', { suppressions: [], waivers: ['2027-99-99'] })).toBeUndefined();
});
