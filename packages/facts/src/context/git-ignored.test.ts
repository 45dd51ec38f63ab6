import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { gitIgnored } from './git-ignored.ts';

const world = (files: Record<string, string>) => dockerfileOf('FROM scratch', { files }).world;

test.each([
  ['dist', 'apps/api/dist', true],
  ['dist', 'apps/api/dist/main.js', true],
  ['dist', 'distance', false],
  ['/dist', 'dist/main.js', true],
  ['/dist', 'apps/dist', false],
  ['dist/', 'dist/main.js', true],
  ['dist/', 'dist', false],
])('%s ignores %s: %s', (line, path, expected) => {
  expect(gitIgnored(world({ '.gitignore': `${line}\n` }), path, false)).toBe(expected);
});

test('a folder', () => {
  expect(gitIgnored(world({ '.gitignore': 'dist/\n' }), 'dist', true)).toBe(true);
});

test('nearer files go first, but nothing comes back below an ignored folder', () => {
  expect(gitIgnored(world({ '.gitignore': '*.env\n', 'a/.gitignore': '!ok.env\n' }), 'a/ok.env', false)).toBe(false);
  expect(gitIgnored(world({ '.gitignore': '*.env\n', 'a/.gitignore': '!ok.env\n' }), 'b/ok.env', false)).toBe(true);
  expect(gitIgnored(world({ '.gitignore': 'dist\n!dist/keep' }), 'dist/keep', false)).toBe(true);
  expect(gitIgnored(world({ 'a/b/.gitignore': '/x\n' }), 'a/b/x', false)).toBe(true);
});

test('no file, nothing ignored', () => {
  expect(gitIgnored(world({}), 'a/x', false)).toBe(false);
});
