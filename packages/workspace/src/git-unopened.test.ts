import { unopenedFolders } from './git-unopened.ts';

test.each([
  ['', []],
  ["warning: could not open directory 'sub/locked/': Permission denied\n", ['sub/locked']],
  ["warning: could not open directory 'it's/': Permission denied\nwarning: something else\n", ["it's"]],
  [
    "warning: could not open directory 'a\nb/': Permission denied\nwarning: could not open directory 'c/': Too many levels\n",
    ['a\nb', 'c'],
  ],
  ["warning: could not open directory '", ['.']],
])('tells the folders that git could not open: %j', (stderr, unopened) => {
  expect(unopenedFolders(stderr, '')).toEqual(unopened);
});

test('git names them from the top of the work tree', () => {
  const stderr = "warning: could not open directory 'sub/locked/': Permission denied\n";
  expect(unopenedFolders(stderr, 'sub')).toEqual(['locked']);
});
