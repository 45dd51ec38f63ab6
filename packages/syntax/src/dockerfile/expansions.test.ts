import { expect, test } from '@jest/globals';
import { expansions } from './expansions.ts';

const of = (text: string) => expansions(text, '\\');

test('places of the plain forms', () => {
  expect(of('a$B-${C}')).toEqual([
    { name: 'B', start: 1, end: 3, nested: [] },
    { name: 'C', start: 4, end: 8, nested: [] },
  ]);
});

test.each([
  ['${A-x}', '-', 'x'],
  ['${A:-x}', ':-', 'x'],
  ['${A+x}', '+', 'x'],
  ['${A:+x}', ':+', 'x'],
  ['${A?x}', '?', 'x'],
  ['${A:?x}', ':?', 'x'],
  ['${A#x}', '#', 'x'],
  ['${A##x}', '##', 'x'],
  ['${A%x}', '%', 'x'],
  ['${A%%x}', '%%', 'x'],
  ['${A/x/y}', '/', 'x'],
  ['${A//x/y}', '//', 'x'],
])('%s', (text, operator, word) => {
  const [found] = of(text);
  expect(found).toMatchObject({ name: 'A', operator, word, start: 0, end: text.length });
  expect(text.slice(found!.wordStart, found!.wordStart! + word.length)).toBe(word);
  expect(found!.replacement).toBe(operator.startsWith('/') ? 'y' : undefined);
});

test('those within a word are nested in it', () => {
  const [found] = of('${A:-x"${B:-$C}"}');
  expect(found).toMatchObject({ word: 'x"${B:-$C}"', nested: [{ name: 'B', nested: [{ name: 'C', start: 12 }] }] });
});

test('quotes and escapes keep text from being expanded', () => {
  expect(of('\'$A\' \\$B "$C"').map((each) => each.name)).toEqual(['C']);
  expect(expansions('`$A \\$B', '`').map((each) => each.name)).toEqual(['B']);
});

test('what is broken ends the list', () => {
  expect(of('$A ${B:-$C').map((each) => each.name)).toEqual(['A']);
  expect(of('no variables')).toEqual([]);
});
