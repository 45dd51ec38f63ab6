import { ignoredFolders } from './ignored-folders.ts';

test('names lie anywhere, paths at the root; what is no plain line is left out', () => {
  const text = '# built\ndist\n/out/\nbuild/tmp\n*.log\n.next/\r\n!dist/keep\nlogs\n!logs\n\n';
  expect(ignoredFolders(text)).toEqual(['**/.next', '**/dist', 'build/tmp', 'out']);
  expect(ignoredFolders(undefined)).toEqual([]);
  expect(ignoredFolders('a/b\n', ['/x\ndist\n'])).toEqual(['**/dist', 'a/b']);
});
