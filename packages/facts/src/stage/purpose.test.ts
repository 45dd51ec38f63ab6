import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { purposeOf } from './purpose.ts';

test.each([
  ['development', 'development'],
  ['dev', 'development'],
  ['api-dev', 'development'],
  ['debug', 'development'],
  ['test', 'test'],
  ['e2e', 'test'],
  ['lint', 'test'],
  ['unit-tests', 'test'],
  ['production', 'production'],
  ['runner', 'production'],
  ['prod-deps', undefined],
  ['builder', undefined],
  ['devices', undefined],
  ['latest', undefined],
])('a stage named %s is for %s', (name, purpose) => {
  expect(purposeOf(dockerfileOf(`FROM node AS ${name}\nFROM node\n`).stages[0]!)).toBe(purpose);
});

test('a stage without a name says nothing', () => {
  expect(purposeOf(dockerfileOf('FROM node\n').stages[0]!)).toBeUndefined();
});
