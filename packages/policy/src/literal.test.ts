import { readLiteral, spelled } from './literal.ts';

const refused = (what: string) => ({ error: expect.stringContaining(`is not ${what}`) });

test.each<[unknown, 'size' | 'duration', unknown]>([
  ['30s', 'duration', { value: 30_000 }],
  ['1m30s', 'duration', { value: 90_000 }],
  ['1h0.5s', 'duration', { value: 3_600_500 }],
  ['250ms', 'duration', { value: 250 }],
  [0, 'duration', { value: 0 }],
  [30, 'duration', refused('a duration such as 30s or 1m30s')],
  ['30', 'duration', refused('a duration')],
  ['30 s', 'duration', refused('a duration')],
  ['1d', 'duration', refused('a duration')],
  ['s', 'duration', refused('a duration')],
  ['512m', 'size', { value: 536_870_912 }],
  ['1.5GB', 'size', { value: 1_610_612_736 }],
  [1000, 'size', { value: 1000 }],
  ['512mib', 'size', refused('a size such as 512m')],
  ['m', 'size', refused('a size')],
])('%j as a %s', (text, type, expected) => expect(readLiteral(text, type)).toEqual(expected));

test.each([
  [0, '0s'],
  [250, '250ms'],
  [30_000, '30s'],
  [90_000, '1m30s'],
  [3_600_000, '1h'],
  [3_661_001, '1h1m1s1ms'],
])('%p ms are spelled %s', (milliseconds, text) => {
  expect(spelled(milliseconds, 'duration')).toBe(text);
  if (milliseconds > 0) expect(readLiteral(text, 'duration')).toEqual({ value: milliseconds });
});
