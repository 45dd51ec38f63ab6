import { exactPathsFrom, pathsFrom } from './path-of.ts';

test.each([
  ['/ws', '/ws', 'apps/api/Dockerfile', 'apps/api/Dockerfile'],
  ['/ws', '/ws/apps', 'apps/api/Dockerfile', 'api/Dockerfile'],
  ['/ws', '/ws/apps/web', 'apps/api/Dockerfile', '/ws/apps/api/Dockerfile'],
  ['/ws/apps', '/ws', 'api/Dockerfile', 'apps/api/Dockerfile'],
  ['/ws', '/ws', '..Dockerfile', '..Dockerfile'],
  ['/ws', '/ws', '/tmp/Dockerfile', '/tmp/Dockerfile'],
  ['/ws', '/ws', '.', '.'],
  ['/ws', '/ws', 'a\n::b\u001b\u202e/Dockerfile', 'a␊::b␛<U+202E>/Dockerfile'],
  ['/ws', '/ws', ' ::warning::a/Dockerfile', './ ::warning::a/Dockerfile'],
])('root %s, folder %s: %s prints as %s', (root, cwd, path, shown) => {
  expect(pathsFrom(root, cwd)(path)).toBe(shown);
});

test('programs are told names as they are', () => {
  expect(exactPathsFrom('/ws', '/ws')('a\n::b\u001b/Dockerfile')).toBe('a\n::b\u001b/Dockerfile');
});
