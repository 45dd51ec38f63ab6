import { expect, test } from '@jest/globals';
import { contiguousText, piecedText } from './logical-text.ts';

test('one piece is moved as a whole', () => {
  const text = contiguousText('RUN a', 10);
  expect(text.offset(4)).toBe(14);
  expect(text.span(0, 3)).toEqual({ start: 10, end: 13 });
});

test('pieces lead back to where they stand', () => {
  // RUN a \⏎⏎b, with an empty piece in between
  const text = piecedText('RUN a b', [0, 6, 6], [0, 8, 9]);
  expect([0, 5, 6].map(text.offset)).toEqual([0, 5, 9]);
  expect(text.span(4, 7)).toEqual({ start: 4, end: 10 });
});

test('an end does not reach into the next piece, nor does an empty stretch', () => {
  const text = piecedText('ab', [0, 1], [0, 5]);
  expect(text.span(0, 1)).toEqual({ start: 0, end: 1 });
  expect(text.span(1, 1)).toEqual({ start: 1, end: 1 });
  expect(text.span(0, 0)).toEqual({ start: 0, end: 0 });
});
