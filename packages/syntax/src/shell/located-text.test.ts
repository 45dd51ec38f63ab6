import { joinLocated, textFor, textFrom } from './located-text.ts';

const source = '0123456789';
const joined = joinLocated([
  textFrom(source, { start: 2, end: 4 }),
  textFor(' ', { start: 4, end: 4 }),
  textFrom(source, { start: 5, end: 5 }),
  textFrom(source, { start: 7, end: 9 }),
]);

test('texts stand one after the other', () => {
  expect(joined.text).toBe('23 78');
});

test.each([
  [0, 1, 2, 3],
  [1, 2, 3, 4],
  [3, 5, 7, 9],
  [5, 5, 9, 9],
  [1, 4, 3, 8],
])('%d to %d', (start, end, from, to) => {
  expect(joined.locate(start, end)).toEqual({ start: from, end: to });
});

test('of no text at all', () => {
  expect(joinLocated([textFrom(source, { start: 3, end: 3 })]).locate(0, 0)).toEqual({ start: 3, end: 3 });
});
