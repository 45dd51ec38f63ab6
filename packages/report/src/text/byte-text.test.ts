import { byteChange, byteText } from './byte-text.ts';

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_234_567, '1.23 MB'],
  [12_345_678, '12.3 MB'],
  [180_400_000, '180 MB'],
  [-3_000_000, '-3 MB'],
  [2 ** 60, '1152922 TB'],
])('%d is %s', (bytes, text) => {
  expect(byteText(bytes)).toBe(text);
});

test.each([
  [1_200_000, '+1.2 MB'],
  [-180_000, '-180 kB'],
  [0, '0 B'],
])('a change of %d is %s', (bytes, text) => {
  expect(byteChange(bytes)).toBe(text);
});
