import { textAt } from '@dockwarden-internal/syntax';
import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { labelsIn, ownLabels } from './labels.ts';

const labels = (text: string) => labelsIn(instructionOf(dockerfileOf(text), 'label'));
const own = (text: string) => ownLabels(dockerfileOf(text).stages.at(-1)!).map(({ key, value }) => [key, value]);

describe('labelsIn', () => {
  test('pairs, variables expanded, each part at its place', () => {
    const found = labels('FROM scratch\nENV V=1\nLABEL a.b="x $V" "c"=\'$V\'\n');
    expect(found.map(({ key, value }) => [key, value])).toEqual([
      ['a.b', 'x 1'],
      ['c', '$V'],
    ]);
    expect(found.map(({ keyPlace, valuePlace }) => [textAt(keyPlace), textAt(valuePlace!)])).toEqual([
      ['a.b', '"x $V"'],
      ['"c"', "'$V'"],
    ]);
  });

  test('the old form', () => {
    expect(labels('FROM scratch\nLABEL a b c\n')).toMatchObject([{ key: 'a', value: 'b c' }]);
  });

  test('a value without a value of its variable is unresolved', () => {
    expect(labels('FROM scratch\nARG V\nLABEL a=$V\n')[0]?.value).toBe(unresolved);
  });
});

describe('ownLabels', () => {
  test('those of the chain, the last of each key', () => {
    expect(own('FROM node AS a\nLABEL a=1 b=2\nFROM a\nLABEL a=3\n')).toEqual([
      ['b', '2'],
      ['a', '3'],
    ]);
  });

  test('are none without LABEL, nor from a stage that is only copied from', () => {
    expect(own('FROM node AS a\nLABEL a=1\nFROM node\nCOPY --from=a x y\n')).toEqual([]);
  });
});
