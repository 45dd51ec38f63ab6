import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { argsOf } from './args.ts';
import { majorityCasing } from './casing.ts';
import { environmentOf } from './environment.ts';

test.each([
  ['FROM a\nRUN b\n', 'upper'],
  ['from a\nrun b\nCMD c\n', 'lower'],
  ['from a\nRUN b\n', 'upper'],
  ['From a\nRun b\nrun c\n', 'lower'],
  ['arg a\narg b\nFROM a\n', 'upper'],
  ['RUN b\nrun c\nrun d\n', 'lower'],
])('most keywords of %j are in %s case', (text, expected) => {
  expect(majorityCasing(dockerfileOf(text))).toBe(expected);
});

describe('environmentOf', () => {
  test.each([
    ['Dockerfile', undefined],
    ['Dockerfile.prod', 'production'],
    ['api/production.Dockerfile', 'production'],
    ['Dockerfile-dev', 'development'],
    ['api.local.dockerfile', 'development'],
    ['dev/Dockerfile', undefined],
    ['Dockerfile.devices', undefined],
    ['.devcontainer/Dockerfile', 'development'],
    ['devcontainer/Dockerfile', undefined],
  ])('%s', (path, expected) => {
    expect(environmentOf(dockerfileOf('FROM a\n', { path }))).toBe(expected);
  });

  test('the configuration goes first', () => {
    const settings = { production: ['deploy/**'], development: ['**/*.sandbox'] };
    expect(environmentOf(dockerfileOf('FROM a\n', { path: 'deploy/Dockerfile.dev', settings }))).toBe('production');
    expect(environmentOf(dockerfileOf('FROM a\n', { path: 'x/Dockerfile.sandbox', settings }))).toBe('development');
  });
});

test('argsOf gives every ARG, global and of stages', () => {
  const found = argsOf(dockerfileOf('ARG A\nFROM a\nARG B=1 C\nENV D=1\nONBUILD ARG E\n'));
  expect(found.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'E']);
});
