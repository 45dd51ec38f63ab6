import { relativePath } from './relative-path.ts';

test.each([
  ['apps/api', 'apps/api/src', './src'],
  ['apps/api', '.', '../..'],
  ['apps/api', 'libs/ui', '../../libs/ui'],
  ['.', '.', '.'],
  ['.', './src/', './src'],
  ['.', 'a/../b', './b'],
  ['a', 'ab', '../ab'],
])('from %s to %s: %s', (folder, path, expected) => {
  expect(relativePath(folder, path)).toBe(expected);
});
