import { expect, test } from '@jest/globals';
import { nameValues } from './name-values.ts';
import { cut, lastOf } from './testing.ts';

function pairsOf(text: string): unknown[] {
  return nameValues(lastOf(text), '\\').map((pair) => {
    expect(cut(text, pair.nameSpan)).toBe(pair.name);
    if (pair.valueSpan) expect(cut(text, pair.valueSpan)).toBe(pair.value);
    return [pair.name, pair.value, cut(text, pair.span), pair.legacy];
  });
}

test('name=value, quotes as written', () => {
  expect(pairsOf('ENV A=1 B="x y" C=')).toEqual([
    ['A', '1', 'A=1', false],
    ['B', '"x y"', 'B="x y"', false],
    ['C', '', 'C=', false],
  ]);
});

test('the old form takes the rest of the line', () => {
  expect(pairsOf('ENV A  b c=d')).toEqual([['A', 'b c=d', 'A  b c=d', true]]);
  expect(pairsOf('LABEL A')).toEqual([['A', undefined, 'A', true]]);
});

test('ARG has names alone', () => {
  expect(pairsOf('ARG A B=1')).toEqual([
    ['A', undefined, 'A', false],
    ['B', '1', 'B=1', false],
  ]);
});

test('a word without = has no value', () => {
  expect(pairsOf('ENV A=1 B')).toEqual([
    ['A', '1', 'A=1', false],
    ['B', undefined, 'B', false],
  ]);
  expect(pairsOf('ENV')).toEqual([]);
});

test('many words take linear time', () => {
  expect(pairsOf(`ARG ${'a '.repeat(20_000)}`)).toHaveLength(20_000);
});
