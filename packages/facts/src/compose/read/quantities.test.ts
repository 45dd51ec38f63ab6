import { readBytes, readDuration } from './quantities.ts';

test.each([
  ['1024', 1024],
  ['512m', 512 * 2 ** 20],
  ['1.5G', 1.5 * 2 ** 30],
  ['64 kb', 65536],
  ['2GiB', 2 ** 31],
  ['10B', 10],
  ['.5k', 512],
])('%j is %d bytes', (text, bytes) => expect(readBytes(text)).toBe(bytes));

test.each(['', 'm', '1x', '1 mm', '-1', '1gig', '1..5m', `${'1'.repeat(100_000)}x`])('%j is no size', (text) => {
  expect(readBytes(text)).toBeUndefined();
});

test.each([
  ['0', 0],
  ['1m30s', 90_000],
  ['1.5s', 1500],
  ['500ms', 500],
  ['1h', 3_600_000],
  ['2d', 172_800_000],
  ['-1s', -1000],
])('%j is %d milliseconds', (text, milliseconds) => expect(readDuration(text)).toBe(milliseconds));

test.each(['', '10', '1x', 's', '1 s', `${'1'.repeat(100_000)}`, '1s!'])('%j is no duration', (text) => {
  expect(readDuration(text)).toBeUndefined();
});
