import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isFinal, isLast, isShipped } from './final.ts';

const text = 'FROM node AS base\nFROM base AS build\nRUN ls\nFROM base AS run\nCOPY --from=build /a /a\n';

test('without a builder the last stage is final, and its layers ship with those it builds on', () => {
  const { stages } = dockerfileOf(text);
  expect(stages.map(isLast)).toEqual([false, false, true]);
  expect(stages.map(isFinal)).toEqual([false, false, true]);
  expect(stages.map(isShipped)).toEqual([true, false, true]);
});

test('the stage of a fragment is final', () => {
  const { stages } = dockerfileOf('RUN ls\n');
  expect(stages.map(isFinal)).toEqual([true]);
});
