import { filesByRoot } from './files-by-root.ts';
import { nearestFolder } from './nearest-folder.ts';
import { isRoot } from './project-roots.ts';

const roots = {
  ownerOf: (file: string) => nearestFolder(file, (folder) => folder === 'apps/api' || folder === 'libs'),
};

test('a file belongs to the nearest project above it, or to none', () => {
  const { byRoot, uncovered } = filesByRoot(
    ['Dockerfile', 'apps/api/Dockerfile', 'apps/api/deploy/compose.yaml', 'libs/a/Dockerfile'],
    roots,
  );
  expect([...byRoot]).toEqual([
    ['apps/api', ['apps/api/Dockerfile', 'apps/api/deploy/compose.yaml']],
    ['libs', ['libs/a/Dockerfile']],
  ]);
  expect(uncovered).toEqual(['Dockerfile']);
});

test.each([
  ['apps/api', true],
  ['apps/api/deploy', false],
  ['.', false],
])('%s is a root: %s', (folder, is) => {
  expect(isRoot(folder, roots)).toBe(is);
});
