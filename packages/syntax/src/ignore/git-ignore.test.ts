import { parseGitIgnore } from './git-ignore.ts';

const verdict = (text: string, path: string) =>
  parseGitIgnore(text).verdict(path.replace(/\/$/, ''), path.endsWith('/'));

// As `git check-ignore --no-index` says of the path itself.
test.each([
  ['dist', 'dist/', 'ignored'],
  ['dist', 'apps/api/dist', 'ignored'],
  ['/dist', 'dist', 'ignored'],
  ['/dist', 'apps/dist', undefined],
  ['dist/', 'dist', undefined],
  ['dist/', 'apps/dist/', 'ignored'],
  ['apps/dist', 'apps/dist', 'ignored'],
  ['apps/dist', 'x/apps/dist', undefined],
  ['**/apps/dist', 'x/apps/dist', 'ignored'],
  ['*.log', 'a/b.log', 'ignored'],
  ['*.log', 'log', undefined],
  ['a/*.log', 'a/b/c.log', undefined],
  ['a/**', 'a/b/c', 'ignored'],
  ['a/**', 'a/', undefined],
  ['a/**/c', 'a/c', 'ignored'],
  ['a/**/c', 'a/b/b/c', 'ignored'],
  ['a**c', 'abc', 'ignored'],
  ['a**c', 'x/abbc', 'ignored'],
  ['a/x**c', 'a/x/c', undefined],
  ['?', 'a', 'ignored'],
  ['a?b', 'a/b', undefined],
  ['[!a]', 'b', 'ignored'],
  ['[^a]', 'a', undefined],
  ['x[!a]y', 'x/y', undefined],
  ['[a-c]', 'b', 'ignored'],
  ['[]x]', ']', 'ignored'],
  ['[[:digit:]]', '7', 'ignored'],
  ['[\\]]', ']', 'ignored'],
  ['[a', 'a', undefined],
  ['{a,b}', 'a', undefined],
  ['{a,b}', '{a,b}', 'ignored'],
  ['a|b', 'a', undefined],
  ['a.b', 'axb', undefined],
  ['\\*', '*', 'ignored'],
  ['\\*', 'a', undefined],
  ['\\!a', '!a', 'ignored'],
  ['\\#a', '#a', 'ignored'],
  ['#a', '#a', undefined],
  ['a  ', 'a', 'ignored'],
  ['a\\ ', 'a ', 'ignored'],
  [' a', ' a', 'ignored'],
  ['a\r', 'a', 'ignored'],
  ['\uFEFFa', 'a', 'ignored'],
  ['a\n!a', 'a', 'kept'],
  ['!a\na', 'a', 'ignored'],
  ['', 'a', undefined],
  ['/', 'a', undefined],
])('%j: %s is %s', (text, path, expected) => {
  expect(verdict(text, path)).toBe(expected);
});

test('takes no time on many stars', () => {
  const start = performance.now();
  verdict('*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(255));
  expect(performance.now() - start).toBeLessThan(60_000);
});
