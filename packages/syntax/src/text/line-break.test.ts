import { lineBreakAfter } from './line-break.ts';

test.each([
  ['a\nb', 0, 1],
  ['a\nb', 1, 1],
  ['a\nb', 2, 3],
  ['a\r\nb', 0, 2],
  ['', 0, 0],
])('the line of %j at %i ends at %i', (text, offset, end) => {
  expect(lineBreakAfter(text, offset)).toBe(end);
});
