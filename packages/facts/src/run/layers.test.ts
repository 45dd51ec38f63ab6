import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { layersBefore } from './layers.ts';

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

test('none before the first FROM, and in FROM', () => {
  expect(layersBefore(dockerfileOf('ARG A\nFROM a\nRUN x\n').instructions[0]!)).toEqual([]);
  expect(lines(6)).toEqual([]);
});
