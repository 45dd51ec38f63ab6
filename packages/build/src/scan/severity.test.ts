import { isAtLeast, levelOfSeverity, readSeverity, severityOfScore } from './severity.ts';

test.each([
  ['CRITICAL', 'critical'],
  ['High', 'high'],
  ['moderate', 'medium'],
  ['negligible', 'low'],
  ['UNSPECIFIED', 'unknown'],
  ['constructor', 'unknown'],
  [undefined, 'unknown'],
])('%s is %s', (word, severity) => expect(readSeverity(word)).toBe(severity));

test.each([
  [10, 'critical'],
  [9, 'critical'],
  [8.9, 'high'],
  [7, 'high'],
  [4, 'medium'],
  [0.1, 'low'],
  [0, 'unknown'],
  [11, 'unknown'],
  [Number.NaN, 'unknown'],
])('a score of %d is %s', (score, severity) => expect(severityOfScore(score)).toBe(severity));

test('nothing fails on what nobody knows the weight of', () => {
  expect(isAtLeast('critical', 'critical')).toBe(true);
  expect(isAtLeast('high', 'critical')).toBe(false);
  expect(isAtLeast('low', 'low')).toBe(true);
  expect(isAtLeast('unknown', 'low')).toBe(false);
  expect(levelOfSeverity).toEqual({
    critical: 'error',
    high: 'error',
    medium: 'warning',
    low: 'info',
    unknown: 'info',
  });
});
