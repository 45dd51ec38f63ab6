import { parseShell } from './parse-shell.ts';

function endOf(text: string, errexit = false): string | undefined {
  const { end } = parseShell(text, (from, to) => ({ start: from, end: to }), { errexit });
  return end && text.slice(end.start, end.end);
}

test.each([
  ['a && b $(c)', 'a && b $(c)'],
  ['a; b "`c`" # d', 'b "`c`"'],
  ['a;', 'a'],
  ['for p in a b; do c $p; done', 'for p in a b; do c $p; done'],
  ['while ! a; do b; done', 'while ! a; do b; done'],
  ['a || { b; exit 1; }', 'a || { b; exit 1; }'],
  ['a || (b && exit 1)', 'a || (b && exit 1)'],
  ['(a; exit 0); b', 'b'],
  ['a > b 2>&1', 'a > b 2>&1'],
  ['{ a; } > b', '{ a; } > b'],
  ['cat > x <<E && b\n$(c)\nE\n', 'cat > x <<E && b'],
  ['set -e; a; b | c', 'b | c'],
  ['exec > log; a', 'a'],
])('behind the end of %j everything runs that ran before', (text, expected) => expect(endOf(text)).toBe(expected));

test.each([
  '',
  'a &',
  'a; exit',
  'a || exit 0; b',
  'a && exit "$code"',
  'a && exec b',
  'a && exec sh -c b',
  'a; echo "',
])('the shell of %j may end before', (text) => expect(endOf(text)).toBeUndefined());

test.each(['if a; then b; c; fi', '{ a; b; }', 'f() { a; b; }; f', 'a && (b; c)'])(
  '`&&` would switch `set -e` off for %j',
  (text) => {
    expect(endOf(text)).toBeDefined();
    expect(endOf(text, true)).toBeUndefined();
    expect(endOf(`set -eux; ${text}`)).toBeUndefined();
    expect(endOf(`set -o errexit; ${text}`)).toBeUndefined();
  },
);
