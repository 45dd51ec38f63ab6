import { patternTest } from './pattern-test.ts';

test.each([
  ['**/.env', 'apps/api/.env', true],
  ['.env', 'apps/api/.env', false],
  ['apps', 'apps/api/.env', true],
  ['*.md', 'README.md', true],
])('%s matches %s: %s', (pattern, path, matches) => {
  expect(patternTest(pattern)(path)).toBe(matches);
});
