import { describe, expect, test } from '@jest/globals';
import { foldersUp, globIn, pathAsGlob, within } from './glob-path.ts';

test('what a glob would read as a sign matches any character', () => {
  expect(pathAsGlob('app/[id]/(shop)/Dockerfile')).toBe('app/?id?/?shop?/Dockerfile');
  expect(pathAsGlob('#x/back\\slash/Dockerfile')).toBe('?x/back?slash/Dockerfile');
});

describe('within', () => {
  test.each([
    ['apps/api', '../../Dockerfile', 'Dockerfile'],
    ['.', './a/', 'a'],
    ['apps', '.', 'apps'],
    ['apps', '..', '.'],
    ['apps', '../../x', undefined],
    ['apps', '/etc/passwd', undefined],
  ])('%s + %s = %s', (folder, path, joined) => {
    expect(within(folder, path)).toBe(joined);
  });
});

test('foldersUp ends at the root', () => {
  expect(foldersUp('a/b')).toEqual(['a/b', 'a', '.']);
  expect(foldersUp('.')).toEqual(['.']);
});

test.each([
  ['.', '**/*', '**/*'],
  ['apps/api', '*.ts', 'apps/api/*.ts'],
  ['apps/[id]', '*.ts', 'apps/?id?/*.ts'],
])('of %s, %s is %s', (folder, glob, whole) => {
  expect(globIn(folder, glob)).toBe(whole);
});
