import { parseShell } from './parse-shell.ts';
import type { ShellWord } from './tree.ts';

const word = (text: string, dialect: 'sh' | 'dash' = 'sh'): ShellWord =>
  parseShell(`x ${text}`, (start, end) => ({ start: start - 2, end: end - 2 }), { dialect }).commands[0]!.words[1]!;

test.each([
  ['plain', 'plain'],
  ["'a b'c", 'a bc'],
  ['"a \\"b\\" \\x"', 'a "b" \\x'],
  ['a\\ b', 'a b'],
  ["$'a\\tb'", 'a\tb'],
  ['""', ''],
  ['/var/lib/apt/lists/*', '/var/lib/apt/lists/*'],
  ['~/x', '~/x'],
])('%s means the same on every run', (text, value) => {
  expect(word(text)).toMatchObject({ text, value, shown: value, variables: [], span: { start: 0, end: text.length } });
});

test.each([
  ['v$VERSION', 'v$VERSION', ['VERSION']],
  ['"a${B:-$C}d"', 'a${B:-$C}d', ['B', 'C']],
  ["'a'$(date)", 'a$(date)', []],
  ['$1', '$1', []],
  ['$((N+1))', '$((N+1))', ['N']],
])('%s depends on the run', (text, shown, variables) => {
  expect(word(text)).toMatchObject({ text, shown, variables });
  expect(word(text).value).toBeUndefined();
});

test('quoting is told', () => {
  expect(['a', '"a"', "'a'", 'a\\b', '$A', '"$A"'].map((text) => word(text).quoted)).toEqual([
    false,
    true,
    true,
    true,
    false,
    true,
  ]);
});

test('patterns are told, quoted ones are none', () => {
  expect(['a*', 'a?', '[ab]', '"a*"', 'a\\*', 'a'].map((text) => word(text).glob ?? false)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each([
  ['/a/{b,c}/d', ['/a/b/d', '/a/c/d']],
  ['{a,b}{1..2}', ['a1', 'a2', 'b1', 'b2']],
  ['x{a,{b,c}d}', ['xa', 'xbd', 'xcd']],
  ['{08..10}', ['08', '09', '10']],
  ['{c..a}', ['c', 'b', 'a']],
  ['{1..2}"{3,4}"', ['1{3,4}', '2{3,4}']],
])('%s makes several words', (text, alternatives) => {
  expect(word(text)).toMatchObject({ alternatives });
  expect(word(text).value).toBeUndefined();
});

test('braces are left alone where they are too many, hold variables, or the shell has none', () => {
  expect(word('{1..9999}').alternatives).toBeUndefined();
  expect(word('{a,$B}').alternatives).toBeUndefined();
  expect(word('{a,b}', 'dash')).toMatchObject({ value: '{a,b}' });
  expect(word('{a}')).toMatchObject({ value: '{a}' });
});
