import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { hasMoreLayers, layersOf } from './layers.ts';
import { hasProgram } from './programs.ts';

const words = (text: string) => layersOf(dockerfileOf(text).stages.at(-1)!).map(({ node }) => node.logical.text.trim());

test('RUN, COPY and ADD of the chain, those of the oldest stage first; triggers of the stage below', () => {
  const text =
    'FROM debian:12 AS a\nRUN one\nENV A=1\nONBUILD RUN later\nFROM debian:12 AS b\nRUN no\nFROM a\nCOPY x y\nADD z /\n';
  expect(words(text)).toEqual(['RUN one', 'ONBUILD RUN later', 'COPY x y', 'ADD z /']);
});

test('a stage without any has none', () => {
  expect(words('FROM debian:12\nCMD a\n')).toEqual([]);
});

test('of a chain of hundreds the last ones, and what it holds is then open', () => {
  const chain = Array.from({ length: 300 }, (_, at) => `FROM s${at} AS s${at + 1}\nRUN echo ${at}`).join('\n');
  const stage = dockerfileOf(`FROM debian:12-slim AS s0\n${chain}\n`).stages.at(-1)!;
  expect(layersOf(stage)).toHaveLength(200);
  expect(layersOf(stage).at(-1)?.node.logical.text).toBe('RUN echo 299');
  expect(hasMoreLayers(stage)).toBe(true);
  expect(hasProgram(stage, 'curl')).toBe(unknown);
  expect(hasMoreLayers(dockerfileOf('FROM debian:12\nRUN a\n').stages[0]!)).toBe(false);
});
