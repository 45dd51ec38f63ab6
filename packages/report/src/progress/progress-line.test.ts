import fc from 'fast-check';
import { progressLine } from './progress-line.ts';

test('shows a bar and how many files are done', () => {
  expect(progressLine({ done: 33, total: 120, columns: 80 })).toBe('━━━━━━━━──────────────────────  33/120 files');
  expect(progressLine({ done: 120, total: 120, columns: 40 })).toBe('━━━━━━━━━━━━━━━━━━━━━━━━━ 120/120 files');
});

test('gives up the bar, then the counts, where the terminal is narrow', () => {
  expect(progressLine({ done: 5, total: 10, columns: 20 })).toBe(' 5/10 files');
  expect(progressLine({ done: 5, total: 10, columns: 8 })).toBe('');
});

test('is empty where there is nothing to do', () => {
  expect(progressLine({ done: 0, total: 0, columns: 80 })).toBe('');
});

test('fits any terminal, whatever the numbers', () => {
  fc.assert(
    fc.property(
      fc.double(),
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 500 }),
      (done, total, columns) => {
        const line = progressLine({ done, total, columns });
        expect(line.length === 0 || line.length < columns).toBe(true);
        expect(line).not.toContain('NaN');
      },
    ),
  );
});
