import { displayWidth } from './display-width.ts';
import { shorten } from './shorten.ts';
import { wrap } from './wrap.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['日本', 4],
  ['🐳', 2],
  ['e\u0301', 1],
  ['•…│', 3],
])('%s takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('shortens by columns, and only where it must', () => {
  expect(shorten('abcdef', 6)).toBe('abcdef');
  expect(shorten('abcdefg', 6)).toBe('abcde…');
  expect(shorten('日本語日本語', 6)).toBe('日本…');
});

test('wraps at spaces by columns; a word that is too wide stands alone', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
  expect(wrap('日本 語日 本語', 9)).toEqual(['日本 語日', '本語']);
  expect(wrap('', 10)).toEqual([]);
});
