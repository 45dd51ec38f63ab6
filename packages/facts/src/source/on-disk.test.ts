import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { existsOnDisk, kindOnDisk, matchesOf } from './on-disk.ts';
import { sourcesOf } from './sources.ts';

const files = {
  'package.json': '{}',
  'src/main.ts': '',
  'libs/a/package.json': '{}',
  'libs/b/package.json': '{}',
  'libs/b/deep/package.json': '{}',
};
const sourceOf = (copy: string, options = {}) =>
  sourcesOf(instructionOf(dockerfileOf(`FROM a AS b\nFROM a\n${copy}\n`, { files, ...options }), 'copy'))[0]!;

test.each([
  ['COPY package.json ./', true, 'file'],
  ['COPY src ./', true, 'directory'],
  ['COPY nope ./', false, undefined],
  ['COPY package*.json ./', true, 'file'],
  ['COPY libs/* ./', true, 'directory'],
  ['COPY * ./', true, undefined],
  ['COPY libs/*/*.txt ./', false, undefined],
])('%s', (copy, exists, kind) => {
  const source = sourceOf(copy);
  expect(existsOnDisk(source)).toBe(exists);
  expect(kindOnDisk(source)).toBe(kind);
});

test('patterns stop at a slash, but those of --parents do not', () => {
  expect(matchesOf(sourceOf('COPY **/package.json ./'))).toEqual([]);
  expect(matchesOf(sourceOf('COPY libs/*/package.json ./'))).toEqual(['libs/a/package.json', 'libs/b/package.json']);
  expect(matchesOf(sourceOf('COPY --parents ./**/package.json ./'))).toEqual([
    'package.json',
    'libs/a/package.json',
    'libs/b/package.json',
    'libs/b/deep/package.json',
  ]);
});

test('what does not come from the context has no file there', () => {
  expect(existsOnDisk(sourceOf('COPY --from=b /package.json ./'))).toBeUndefined();
  expect(kindOnDisk(sourceOf('COPY --from=b /package.json ./'))).toBeUndefined();
});

test('what a build has yet to write is not missing, a package.json neither', () => {
  expect(existsOnDisk(sourceOf('COPY dist/apps/api/package.json ./'))).toBeUndefined();
  const ignored = { ...files, '.gitignore': '/made\n' };
  expect(existsOnDisk(sourceOf('COPY made/package.json ./', { files: ignored }))).toBeUndefined();
  expect(existsOnDisk(sourceOf('COPY make/package.json ./', { files: ignored }))).toBe(false);
});

test('unknown where the context or the path is', () => {
  expect(existsOnDisk(sourceOf('COPY package.json ./', { path: 'apps/x/Dockerfile', files: {} }))).toBe(unknown);
  expect(existsOnDisk(sourceOf('ARG X\nCOPY $X ./'))).toBe(unknown);
  expect(kindOnDisk(sourceOf('ARG X\nCOPY $X ./'))).toBe(unknown);
});
