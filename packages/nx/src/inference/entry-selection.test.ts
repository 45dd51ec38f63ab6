import { expect, test } from '@jest/globals';
import { type EntryGlobs, entrySelection, hidesFiles } from './entry-selection.ts';

const PATHS = ['Dockerfile', 'apps/api/Dockerfile', 'apps/web/.config/Dockerfile'];

test.each<[EntryGlobs, string[]]>([
  [{}, PATHS],
  [{ include: [], exclude: [] }, PATHS],
  [{ include: ['apps/**'] }, ['apps/api/Dockerfile', 'apps/web/.config/Dockerfile']],
  [{ exclude: ['apps/web/**'] }, ['Dockerfile', 'apps/api/Dockerfile']],
  [{ include: ['apps/**'], exclude: ['apps/api/*'] }, ['apps/web/.config/Dockerfile']],
  [{ include: ['!apps/**'] }, ['Dockerfile']],
  [{ exclude: ['**/*', '!apps/**', 'apps/web/**'] }, ['apps/api/Dockerfile']],
])('%j', (globs, taken) => {
  expect(PATHS.filter(entrySelection(globs))).toEqual(taken);
});

test.each<[EntryGlobs, boolean]>([
  [{}, false],
  [{ include: [], exclude: [] }, false],
  [{ exclude: ['a'] }, true],
])('%j hides files: %s', (globs, hides) => {
  expect(hidesFiles(globs)).toBe(hides);
});
