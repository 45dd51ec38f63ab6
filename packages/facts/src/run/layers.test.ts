import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { layerStretches, layersBefore } from './layers.ts';

const dockerfile = dockerfileOf(`FROM a AS base
COPY one /
ONBUILD RUN trigger
ENV A=1
RUN two
FROM b AS other
RUN three
FROM base
COPY four /
ADD five /
RUN six
RUN seven
`);

const lines = (line: number) =>
  layersBefore(dockerfile.instructions.find((each) => each.node.line === line)!).map((each) => each.node.line);

test('the stage above, then the stages it builds on', () => {
  expect(lines(12)).toEqual([3, 9, 10, 11, 2, 5]);
  expect(lines(9)).toEqual([3, 2, 5]);
  expect(lines(7)).toEqual([]);
  expect(lines(4)).toEqual([2]);
});

test('a trigger, and the ONBUILD that holds it, find the finished stage and the triggers above', () => {
  const text =
    'FROM a AS base\nRUN one\nONBUILD COPY two /\nONBUILD ENV A=1\nONBUILD RUN three\nCOPY four /\nFROM base\nRUN five\n';
  const { instructions } = dockerfileOf(text);
  const before = (line: number) =>
    instructions
      .filter(({ node }) => node.line === line)
      .map((each) => layersBefore(each).map(({ node }) => node.line));
  expect(before(5)).toEqual([
    [2, 6, 3],
    [2, 6, 3],
  ]);
  expect(before(3)).toEqual([
    [2, 6],
    [2, 6],
  ]);
  expect(before(8)).toEqual([[3, 5, 2, 6]]);
});

test('none before the first FROM, and in FROM', () => {
  expect(layersBefore(dockerfileOf('ARG A\nFROM a\nRUN x\n').instructions[0]!)).toEqual([]);
  expect(lines(6)).toEqual([]);
});

test('of stages that branch off, each finds those it builds on', () => {
  const text = [
    'FROM x AS a\nRUN 1',
    'FROM a AS b\nRUN 2',
    'FROM a AS c\nRUN 3',
    'FROM c AS d\nRUN 4',
    'FROM b AS e\nRUN 5',
    'FROM d\nRUN 6',
  ];
  const { instructions } = dockerfileOf(`${text.join('\n')}\n`);
  const runs = instructions.filter(({ node }) => node.keyword === 'run');
  expect(runs.map((run) => layersBefore(run).map((each) => runs.indexOf(each) + 1))).toEqual([
    [],
    [1],
    [1],
    [3, 1],
    [2, 1],
    [4, 3, 1],
  ]);
});

test('a long chain of stages is one list', () => {
  const text = Array.from(
    { length: 1000 },
    (_, at) => `FROM ${at || 'x'} AS ${at + 1}\nRUN a\nFROM ${at + 1}\nRUN b\n`,
  );
  const stretches = dockerfileOf(text.join('')).instructions.map(layerStretches);
  expect(Math.max(...stretches.map(({ length }) => length))).toBe(2);
});
