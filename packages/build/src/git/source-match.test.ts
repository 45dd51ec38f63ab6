import { expect, test } from '@jest/globals';
import type { InputSource } from '../model/image-inputs.ts';
import { sourceMatch } from './source-match.ts';
import { copied } from './testing/sample-inputs.ts';

const FILES = [
  'src/x.txt',
  'src/y.md',
  'src/a/b.txt',
  'src/a/c/d.txt',
  'src/a/c/e.md',
  'lib/z.txt',
  'lib/w.md',
  'src.txt',
];
const read = (path: string, more: Partial<InputSource> = {}) =>
  FILES.filter((file) => sourceMatch(copied(path, { pattern: /[*?[]/.test(path), ...more })).matches(file));

// What BuildKit of Docker 28.5 copies of these files.
test.each<[string, Partial<InputSource>, string[]]>([
  ['src', { excludes: ['*.txt'] }, ['src/y.md', 'src/a/b.txt', 'src/a/c/d.txt', 'src/a/c/e.md']],
  ['src', { excludes: ['**/*.txt'] }, ['src/y.md', 'src/a/c/e.md']],
  ['src', { excludes: ['a'] }, ['src/x.txt', 'src/y.md']],
  ['src', { excludes: ['src/a', '/x.txt'] }, FILES.filter((file) => file.startsWith('src/'))],
  ['src', { excludes: ['a/b.txt'] }, ['src/x.txt', 'src/y.md', 'src/a/c/d.txt', 'src/a/c/e.md']],
  ['src/*.*', { excludes: ['*.txt'] }, ['src/x.txt', 'src/y.md']],
  ['src/*', { excludes: ['*.txt'] }, ['src/x.txt', 'src/y.md', 'src/a/c/d.txt', 'src/a/c/e.md']],
  ['src/*', { excludes: ['c'] }, ['src/x.txt', 'src/y.md', 'src/a/b.txt']],
  ['.', { excludes: ['**/*.txt'] }, ['src/y.md', 'src/a/c/e.md', 'lib/w.md']],
  ['src/x.txt', { excludes: ['*.txt'] }, ['src/x.txt']],
  ['s*', {}, [...FILES.filter((file) => file.startsWith('src/')), 'src.txt']],
  ['s[qr]c', {}, FILES.filter((file) => file.startsWith('src/'))],
  ['src?txt', {}, ['src.txt']],
  ['src/a/c', {}, ['src/a/c/d.txt', 'src/a/c/e.md']],
  ['src/**/*.md', { parents: true, pivot: '.' }, ['src/y.md', 'src/a/c/e.md']],
  ['src/**/*.md', { parents: true, pivot: 'src', excludes: ['y.md'] }, ['src/a/c/e.md']],
  ['src', { parents: true, pivot: '.', excludes: ['*.txt'] }, FILES.filter((file) => file.startsWith('src/'))],
  ['src', { parents: true, pivot: '.', excludes: ['src/a'] }, ['src/x.txt', 'src/y.md']],
  ['src/**/*.md', { parents: true, excludes: ['src/y.md'] }, ['src/y.md', 'src/a/c/e.md']],
  ['absent', {}, []],
])('%s with %j', (path, more, wanted) => {
  expect(read(path, more)).toEqual(wanted);
});
