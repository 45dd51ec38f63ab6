import { oneLine, visibleCharacter } from './visible.ts';

test.each([
  ['a', 'a'],
  ['é', 'é'],
  ['\u001B', '␛'],
  ['\r', '␍'],
  ['\u007F', '␡'],
  ['\u009B', '\uFFFD'],
  ['\u202E', '<U+202E>'],
  ['\uD800', '\uFFFD'],
  ['🐳', '🐳'],
])('%j prints as %s', (character, shown) => {
  expect(visibleCharacter(character)).toBe(shown);
});

test('brings text on one line', () => {
  expect(oneLine(' a \\\r\n\t&& b\u0007 ')).toBe('a \\ && b␇');
});
