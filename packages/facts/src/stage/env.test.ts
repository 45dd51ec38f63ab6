import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { envOf, mayInheritEnv } from './env.ts';

const env = (text: string) => {
  const stage = dockerfileOf(text).stages.at(-1)!;
  return Object.fromEntries(envOf(stage).map(({ name, value }) => [name, value]));
};

test('ENV of the chain, the last of each name; ARG is not part of it', () => {
  const text = 'FROM scratch AS a\nENV A=1 B=2\nARG C=3\nFROM a\nENV A=$B\n';
  expect(env(text)).toEqual({ PATH: unresolved, A: '2', B: '2' });
  expect(mayInheritEnv(dockerfileOf(text).stages[1]!)).toBe(false);
});

test('a known base image brings its variables, with values of its own', () => {
  expect(env('FROM node:22\n')).toMatchObject({ NODE_VERSION: unresolved, PATH: unresolved });
});

test('an unknown base image may set others', () => {
  const stage = dockerfileOf('FROM acme/unknown\nENV A=1\n').stages[0]!;
  expect(envOf(stage).map(({ name }) => name)).toEqual(['A']);
  expect(mayInheritEnv(stage)).toBe(true);
});
