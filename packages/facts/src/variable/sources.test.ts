import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isLiteral, sourcesOf } from './sources.ts';
import { variablesOf } from './variables-of.ts';

const last = (text: string) => dockerfileOf(text).instructions.flatMap(variablesOf).at(-1)!;
const sources = (text: string) =>
  sourcesOf(last(text)).map(({ name, instruction }) => `${name} ${instruction.stage ? 'stage' : 'global'}`);

test('sourcesOf: the variables that a value is made of', () => {
  expect(sources('FROM scratch\nARG A=1\nENV B="$A-$A"\n')).toEqual(['A stage']);
  expect(sources('ARG A=1\nFROM scratch\nARG A\n')).toEqual(['A global']);
  expect(sources('FROM scratch\nARG A=1\nRUN export B=$A\n')).toEqual(['A stage']);
  expect(sources('FROM scratch\nARG A=1\nENV B=1\n')).toEqual([]);
  expect(sources('FROM scratch\nARG A\n')).toEqual([]);
  expect(sources('FROM scratch\nARG A=1\nENV A=$A B=2\n')).toEqual([]);
});

test('isLiteral: a value that is all there', () => {
  expect(isLiteral(last('FROM scratch\nENV A=1\n'))).toBe(true);
  expect(isLiteral(last('FROM scratch\nENV A=\n'))).toBe(true);
  expect(isLiteral(last("FROM scratch\nENV A='$B'\n"))).toBe(true);
  expect(isLiteral(last('FROM scratch\nENV A=$B\n'))).toBe(false);
  expect(isLiteral(last('FROM scratch\nARG A\n'))).toBe(false);
  expect(isLiteral(last('FROM scratch\nRUN export A=1\n'))).toBe(true);
  expect(isLiteral(last('FROM scratch\nRUN export A=$(id)\n'))).toBe(false);
});
