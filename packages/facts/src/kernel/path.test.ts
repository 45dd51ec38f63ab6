import { baseName, folderOf, isWithin, joinPath, relativeTo } from './path.ts';

test.each([
  ['.', 'a', 'a'],
  ['a', 'b/c', 'a/b/c'],
  ['a', '.', 'a'],
  ['', 'a', 'a'],
  ['.', '.', '.'],
])('%s and %s make %s', (folder, path, joined) => {
  expect(joinPath(folder, path)).toBe(joined);
});

test.each([
  ['a/b/c', 'a/b', 'c'],
  ['a', '.', 'a'],
  ['/a', '/', 'a'],
])('%s lies in %s and is called %s', (path, folder, name) => {
  expect(folderOf(path)).toBe(folder);
  expect(baseName(path)).toBe(name);
});

test.each([
  ['a/b', 'a', 'b'],
  ['a', 'a', '.'],
  ['a', '.', 'a'],
  ['ab', 'a', undefined],
  ['b', 'a/b', undefined],
])('%s from %s is %s', (path, folder, rest) => {
  expect(relativeTo(folder, path)).toBe(rest);
  expect(isWithin(path, folder)).toBe(rest !== undefined);
});
