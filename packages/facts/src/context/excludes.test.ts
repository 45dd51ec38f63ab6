import { unknown } from '../kernel/unsure.ts';
import type { Context } from '../model/context.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { contextOf } from './context-of.ts';
import { excludes, keeps } from './excludes.ts';
import { MOST_ENTRIES } from './walk.ts';

const ignore = (text: string, files: Record<string, string> = {}) =>
  (contextOf(dockerfileOf('FROM a\nCOPY . .\n', { files: { ...files, '.dockerignore': text } })) as Context).ignore!;

const usual = ['.git', '.env', '.env.local', '**/node_modules', '**/.env'];

describe('excludes', () => {
  test.each([
    ['.git\n**/node_modules\n**/.env*\n', []],
    ['*\n!src\n', []],
    ['.git\n', ['.env', '.env.local', '**/node_modules', '**/.env']],
    ['.git\n.env*\nnode_modules\n', []],
    ['**\n!.env\n', ['.env', '**/.env']],
    ['.git/*\n.env*\nnode_modules/**\n', []],
    ['', usual],
  ])('%j lacks %j', (text, missing) => {
    expect(excludes(ignore(text), usual)).toEqual({ holds: missing.length === 0, missing });
  });

  test('a name that is wanted anywhere is asked for in each folder with a manifest', () => {
    const files = { 'apps/api/package.json': '{}', 'apps/api/src/x.ts': '' };
    expect(excludes(ignore('node_modules\n', files), ['**/node_modules']).missing).toEqual(['**/node_modules']);
    expect(excludes(ignore('**/node_modules\n', files), ['**/node_modules']).holds).toBe(true);
    expect(excludes(ignore('node_modules\napps\n', files), ['**/node_modules']).holds).toBe(true);
    expect(excludes(ignore('node_modules\n', files), ['node_modules']).holds).toBe(true);
  });

  test('a glob counts where something matches it', () => {
    expect(excludes(ignore('x\n', { 'a/b.pem': '' }), ['**/*.pem'])).toEqual({ holds: false, missing: ['**/*.pem'] });
    expect(excludes(ignore('a\n', { 'a/b.pem': '' }), ['**/*.pem'])).toEqual({ holds: true, missing: [] });
    expect(excludes(ignore('x\n'), ['**/*.pem']).holds).toBe(true);
  });

  test('a glob is asked about the usual names, there or not', () => {
    expect(excludes(ignore('.env\n'), ['.env*']).missing).toEqual(['.env*']);
    expect(excludes(ignore('.env*\n'), ['.env*']).holds).toBe(true);
    expect(excludes(ignore('.env\n.env.*\n'), ['.env.*']).holds).toBe(true);
  });

  test('what is kept below an ignored folder is seen', () => {
    const files = { 'vendor/a/key.pem': '', 'vendor/b/x': '' };
    expect(excludes(ignore('vendor\n!vendor/a\n', files), ['**/*.pem']).holds).toBe(false);
    expect(excludes(ignore('vendor\n!vendor/b\n', files), ['**/*.pem']).holds).toBe(true);
  });

  test('unknown where the context is too large to be looked at whole', () => {
    const files = Object.fromEntries(Array.from({ length: MOST_ENTRIES + 1 }, (_, index) => [`f${index}`, '']));
    expect(excludes(ignore('x\n', files), ['**/*.pem'])).toEqual({ holds: unknown, missing: [] });
    expect(excludes(ignore('x\n', files), ['.git'])).toEqual({ holds: false, missing: ['.git'] });
  });
});

describe('keeps', () => {
  test.each([
    ['dist\n', ['package.json', 'src'], []],
    ['*\n!src\n', ['package.json', 'src'], ['package.json']],
    ['*\n', ['src', 'lib'], ['src', 'lib']],
    ['', ['src'], []],
  ])('%j keeps %j but for %j', (text, paths, missing) => {
    expect(keeps(ignore(text), paths)).toEqual({ holds: missing.length === 0, missing });
  });

  test('a glob: all that matches it', () => {
    const files = { 'a/package.json': '', 'b/package.json': '' };
    expect(keeps(ignore('b\n', files), ['**/package.json']).missing).toEqual(['**/package.json']);
    expect(keeps(ignore('c\n', files), ['**/package.json']).holds).toBe(true);
    expect(keeps(ignore('b\n', files), ['a/*.json']).holds).toBe(true);
  });

  test('a folder of which something is kept', () => {
    expect(keeps(ignore('*\n!src/a\n', { 'src/a': '', 'src/b': '' }), ['src']).holds).toBe(true);
    expect(keeps(ignore('*\n!src/**/*.ts\n'), ['src']).holds).toBe(unknown);
  });
});
