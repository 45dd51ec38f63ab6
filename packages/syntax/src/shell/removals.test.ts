import { parseShell } from './parse-shell.ts';

function without(text: string): string | undefined {
  const { commands } = parseShell(text, (start, end) => ({ start, end }));
  const removal = commands.find(({ words }) => words[0]?.text === 'zzz')?.removal;
  return removal && text.slice(0, removal.start) + text.slice(removal.end);
}

test.each([
  ['a && zzz', 'a'],
  ['zzz && b', 'b'],
  ['a && zzz x && b', 'a && b'],
  ['a; zzz', 'a'],
  ['zzz; b', 'b'],
  ['a\nzzz\nb\n', 'a\nb\n'],
  ['A=1 zzz > x; b', 'b'],
  ['a && sudo zzz', 'a'],
  ['if a; then zzz; b; fi', 'if a; then b; fi'],
  ['zzz && b || c', 'b || c'],
])('%j becomes %j', (text, expected) => expect(without(text)).toBe(expected));

test.each([
  'zzz',
  'a || zzz',
  'zzz || a',
  'a | zzz',
  'zzz &\nb',
  'a & zzz',
  'if a; then zzz; fi',
  'a $(zzz)',
  "sh -c 'a; zzz'",
  'cat <<E\nx\nE\nzzz',
  'a; # why\nzzz',
])('%j would not be the same list without it', (text) => expect(without(text)).toBeUndefined());
