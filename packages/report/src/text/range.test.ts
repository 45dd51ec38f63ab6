import { sourceText } from '@dockwarden-internal/syntax';
import { rangeOf } from './range.ts';

const at = (text: string, start: number, end: number) => {
  const range = rangeOf({ source: sourceText('f', text), span: { start, end } });
  return `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
};

test('counts lines and columns from one, end exclusive', () => {
  expect(at('ab\ncd', 0, 2)).toBe('1:1-1:3');
  expect(at('ab\ncd', 1, 4)).toBe('1:2-2:2');
});

test('a byte order mark takes no column, and only on the first line', () => {
  expect(at('\uFEFFab\ncd', 1, 3)).toBe('1:1-1:3');
  expect(at('\uFEFFab\ncd', 0, 5)).toBe('1:1-2:2');
});

test('keeps offsets that are out of bounds within the text', () => {
  expect(at('ab', -5, 99)).toBe('1:1-1:3');
  expect(at('ab', 2, 1)).toBe('1:3-1:3');
});
