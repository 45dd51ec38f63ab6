import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { textsAt } from '../testing/texts-at.ts';
import { nameTakenBy, nameUses, usedBy } from './used-by.ts';

const uses = (text: string, index = 0) =>
  usedBy(dockerfileOf(text).stages[index]!).map(({ use, text: named }) => `${use} ${named}`);

describe('usedBy', () => {
  test('FROM, COPY and mounts, by name or number', () => {
    const text =
      'FROM node AS a\nFROM a\nCOPY --from=A x y\nCOPY --from=0 x y\nRUN --mount=type=bind,from=a,target=/a ls\n';
    expect(uses(text)).toEqual(['from a', 'copy A', 'copy 0', 'mount a']);
  });

  test('is empty for a stage that nothing names', () => {
    expect(uses('FROM node AS a\nFROM node\nCOPY --from=b x y\n')).toEqual([]);
  });

  test('a stage does not use itself', () => {
    expect(uses('FROM node AS a\nCOPY --from=a x y\n')).toEqual([]);
  });

  test('a name with a variable counts for every stage that it could be', () => {
    const text = 'ARG V\nFROM node AS base-a\nFROM node AS base-b\nFROM node AS other\nFROM base-${V}\n';
    expect([0, 1, 2].map((index) => uses(text, index))).toEqual([['from base-${V}'], ['from base-${V}'], []]);
  });
});

describe('nameUses', () => {
  test('the name itself and every reference by name', () => {
    const file = dockerfileOf('FROM node AS Build\nFROM build\nCOPY --from=BUILD --chown=1 x y\nCOPY --from=0 x y\n');
    expect(textsAt(nameUses(file.stages[0]!))).toEqual(['Build', 'build', 'BUILD']);
  });

  test('is empty for a stage without a name', () => {
    expect(nameUses(dockerfileOf('FROM node\n').stages[0]!)).toEqual([]);
  });
});

describe('nameTakenBy', () => {
  test('an earlier stage of the name, in any case', () => {
    const { stages } = dockerfileOf('FROM a AS x\nFROM b AS X\nFROM c AS y\n');
    expect(stages.map((stage) => nameTakenBy(stage)?.index)).toEqual([undefined, 0, undefined]);
  });
});
