import { pathGlobs } from './path-globs.ts';

test.each([
  ['compose.yaml', 'compose.yaml', true],
  ['./compose.yaml', 'compose.yaml', true],
  ['deploy/**', 'deploy/a/compose.yaml', true],
  ['deploy', 'deploy/a/compose.yaml', true],
  ['deploy/', 'deploy/compose.yaml', true],
  ['deploy', 'apps/deploy/compose.yaml', false],
  ['**/deploy', 'apps/deploy/compose.yaml', true],
  ['*/compose.yaml', 'a/b/compose.yaml', false],
])('%s takes %s: %p', (glob, path, taken) => expect(pathGlobs(['nowhere', glob])(path)).toBe(taken));

test('no glob takes nothing', () => expect(pathGlobs()('compose.yaml')).toBe(false));
