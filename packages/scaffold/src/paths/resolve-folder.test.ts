import { dotted, resolveFolder } from './resolve-folder.ts';

test.each([
  ['apps/api', '../lib', 'apps/lib'],
  ['apps/api', '../..', '.'],
  ['.', './apps//api/', 'apps/api'],
  ['apps', '../../x', undefined],
])('%s and %s', (from, path, folder) => {
  expect(resolveFolder(from, path)).toBe(folder);
});

test('a folder is no package', () => {
  expect([dotted('.'), dotted('apps/api')]).toEqual(['.', './apps/api']);
});
