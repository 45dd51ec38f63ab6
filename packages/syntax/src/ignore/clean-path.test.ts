import { cleanPath } from './clean-path.ts';

test.each([
  ['', '.'],
  ['.', '.'],
  ['./', '.'],
  ['a//b/', 'a/b'],
  ['./a/./b', 'a/b'],
  ['a/../b', 'b'],
  ['a/b/../../..', '..'],
  ['../a/..', '..'],
  ['../../a', '../../a'],
  ['/', '/'],
  ['//a/', '/a'],
  ['/../a', '/a'],
  ['/..', '/'],
  ['...', '...'],
  ['a/..b', 'a/..b'],
])('%j is %j', (path, clean) => {
  expect(cleanPath(path)).toBe(clean);
  expect(cleanPath(clean)).toBe(clean);
});
