import { readDuration } from './duration.ts';

describe('readDuration', () => {
  test.each([
    ['30s', 30_000],
    ['1m30s', 90_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['.5s', 500],
    ['1us', 0.001],
    ['0', 0],
    ['-2s', -2000],
  ])('%s', (text, expected) => {
    expect(readDuration(text)).toBeCloseTo(expected, 9);
  });

  test.each(['', '30', 's', '1d', '1m 30s', '-', '.s', '1.2.3s', 'ten'])('"%s" is none', (text) => {
    expect(readDuration(text)).toBeUndefined();
  });
});
