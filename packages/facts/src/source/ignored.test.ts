import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { ignoredOf } from './ignored.ts';
import { sourcesOf } from './sources.ts';

const verdict = (copy: string, ignore: string | undefined, files: Record<string, string> = {}, path = 'Dockerfile') => {
  const all = ignore === undefined ? files : { ...files, '.dockerignore': ignore };
  const dockerfile = dockerfileOf(`FROM a AS b\nFROM a\nARG V\n${copy}\n`, { files: all, path });
  const { ignored, by } = ignoredOf(sourcesOf(instructionOf(dockerfile, 'copy'))[0]!);
  return by ? [ignored, by.pattern.text] : ignored;
};

test.each([
  ['COPY dist/app.js ./', 'node_modules\ndist\n', [true, 'dist']],
  ['COPY dist/app.js ./', 'dist\n!dist/app.js\n', false],
  ['COPY src ./', '*\n!src\n', false],
  ['COPY lib ./', '*\n!src\n', [true, '*']],
  ['COPY . .', '*\n!src\n', false],
  ['COPY . .', '*\n', [true, '*']],
  ['COPY . .', '.*\n', false],
  ['COPY src ./', 'dist\n', false],
  ['COPY src ./', undefined, false],
])('%s under %j: %j', (copy, ignore, expected) => {
  expect(verdict(copy, ignore)).toEqual(expected);
});

test('a folder of which something is kept is not ignored', () => {
  expect(verdict('COPY src ./', '*\n!src/**/*.ts\n', { 'src/a/b.ts': '' })).toBe(false);
  expect(verdict('COPY src ./', '*\n!src/**/*.ts\n', { 'src/a/b.js': '' })).toEqual([true, '*']);
  expect(verdict('COPY src ./', '*\n!src/keep\n', { 'src/keep/x': '', 'src/y': '' })).toBe(false);
  expect(verdict('COPY src ./', '*\n!src/**/*.ts\n')).toBe(unknown);
  expect(verdict('COPY dist/app.js ./', 'dist\n!**/*.md\n')).toEqual([true, 'dist']);
});

test('a pattern is ignored if all that it matches is', () => {
  const files = { 'a.log': '', 'b.log': '', 'dist/x.js': '' };
  expect(verdict('COPY *.log ./', '*.log\n', files)).toEqual([true, '*.log']);
  expect(verdict('COPY *.log ./', 'a.log\n', files)).toBe(false);
  expect(verdict('COPY --exclude=b.log *.log ./', 'a.log\n', files)).toEqual([true, 'a.log']);
  expect(verdict('COPY dist/*.css ./', 'dist\n', files)).toEqual([true, 'dist']);
  expect(verdict('COPY *.css ./', 'dist\n', files)).toBe(unknown);
});

test('what does not come from the context', () => {
  expect(verdict('COPY --from=b /dist ./', 'dist\n')).toBeUndefined();
});

test('unknown where the path or the context is', () => {
  expect(verdict('COPY $V ./', 'dist\n')).toBe(unknown);
  expect(verdict('COPY dist ./', 'dist\n', {}, 'apps/x/Dockerfile')).toBe(unknown);
});

test('the ignore file beside the Dockerfile goes before that of the context', () => {
  expect(verdict('COPY dist ./', 'dist\n', { 'Dockerfile.dockerignore': 'src\n' })).toBe(false);
});
