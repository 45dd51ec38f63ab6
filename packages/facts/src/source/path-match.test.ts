import { isPattern, pathMatcher } from './path-match.ts';

test.each([
  ['package*.json', true],
  ['a?', true],
  ['[ab]', true],
  ['\\*', false],
  ['\\\\*', true],
  ['src/app.ts', false],
])('isPattern(%s)', (path, expected) => {
  expect(isPattern(path)).toBe(expected);
});

test.each([
  ['readme.md', 'readme.md', true],
  ['readme.md', 'Readme.md', false],
  ['*', 'anything', true],
  ['*.json', 'package.json', true],
  ['*.json', 'json', false],
  ['package*.json', 'package-lock.json', true],
  ['src*', 'src/index.ts', false],
  ['apps/*/package.json', 'apps/web/package.json', true],
  ['apps/*/package.json', 'apps/web/ui/package.json', false],
  ['apps/*', 'apps', false],
  ['*o*o*.ts', 'zoo.ts', true],
  ['*o*o*.ts', 'zo.ts', false],
  ['l*ck?.y*l', 'lock2.yaml', true],
  ['file?', 'file', false],
  ['file?', 'file☃', true],
  ['[lm]ock', 'mock', true],
  ['[a-f]1', 'e1', true],
  ['[a-f]1', 'g1', false],
  ['[^a-f]1', 'g1', true],
  ['[^x]1', 'x1', false],
  ['[^x]1', '☃1', true],
  ['\\*', '*', true],
  ['\\*', 'star', false],
  ['[\\]]', ']', true],
  ['[a\\-z]', '-', true],
  ['[a\\-z]', 'm', false],
  ['[]x]', 'x', false],
  ['[-x]', 'x', false],
  ['[x-]', '-', false],
  ['[^]', '^', false],
  ['[ab', 'a', false],
  ['name[', 'name', false],
  ['name\\', 'name', false],
  ['x/[a/b]', 'x/a', true],
  ['**/package.json', 'web/package.json', true],
  ['**/package.json', 'apps/web/package.json', false],
  ['{a,b}', 'a', false],
])('pathMatcher(%s)(%s)', (pattern, path, expected) => {
  expect(pathMatcher(pattern)(path)).toBe(expected);
});

test('a hostile pattern takes no long time', () => {
  const started = Date.now();
  expect(pathMatcher(`${'*a'.repeat(500)}b`)('a'.repeat(5000))).toBe(false);
  expect(Date.now() - started).toBeLessThan(60_000);
});
