import { MAX_GLOB_LENGTH, MAX_GLOBS } from './bounds.ts';
import { matchingProjects } from './project-patterns.ts';
import { membership } from './workspace-globs.ts';

const names = Array.from({ length: MAX_GLOBS }, (_, at) => `packages/p${at}`);

test('globs beyond the bound name nothing', () => {
  const isMember = membership([...names, 'packages/last']);
  expect(isMember(`packages/p${MAX_GLOBS - 1}`)).toBe(true);
  expect(isMember('packages/last')).toBe(false);
});

test('nor does one that is too long', () => {
  const long = (length: number) => `a${'*'.repeat(length - 1)}`;
  expect(membership([long(MAX_GLOB_LENGTH)])('abc')).toBe(true);
  expect(membership([long(MAX_GLOB_LENGTH + 1)])('abc')).toBe(false);
  const project = { name: 'abc', root: 'abc', tags: [] };
  expect(matchingProjects([long(MAX_GLOB_LENGTH)], [project]).size).toBe(1);
  expect(matchingProjects([long(MAX_GLOB_LENGTH + 1)], [project]).size).toBe(0);
});

test('a glob with more alternatives than can be told ends', () => {
  const bomb = '{a,b}'.repeat(40);
  expect(membership([bomb])('a'.repeat(40))).toBe(true);
  expect(membership([bomb])('c')).toBe(false);
});
