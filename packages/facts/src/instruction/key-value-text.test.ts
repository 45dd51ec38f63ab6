import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { variablesOf } from '../variable/variables-of.ts';
import { keyValueText } from './key-value-text.ts';

const last = (text: string) => dockerfileOf(text).instructions.at(-1)!;

test.each([
  ['ENV A b', 'A=b'],
  ['ENV A b c', 'A="b c"'],
  ['ENV A  $B/c', 'A=$B/c'],
  ['ENV A "b c"', 'A="b c"'],
  ['ENV A b "c d"', 'A=b\\ "c d"'],
  ["ENV A it's b", "A=it's b"],
  ['ENV A b\\ c', 'A=b\\ c'],
  ['ENV A b \\\n  c', 'A="b \\\n  c"'],
  ['LABEL a.b c d', 'a.b="c d"'],
  ['ENV A = b', 'A="= b"'],
])('%s', (line, expected) => {
  expect(keyValueText(last(`FROM a\n${line}\n`))).toBe(expected);
});

test.each(['b c', '"b" c', "'b  c' d", 'b\\ c d', '"a\\"b" c', '$X y'])('%s means the same in either form', (value) => {
  const env = (line: string) => last(`FROM scratch\nENV X=x\nENV ${line}\n`);
  const [old] = variablesOf(env(`A ${value}`));
  const [mended] = variablesOf(env(keyValueText(env(`A ${value}`))!));
  expect(mended!.value).toBe(old!.value);
});

test('is absent for the new form, and for what has no value', () => {
  expect(keyValueText(last('FROM a\nENV A=b\n'))).toBeUndefined();
  expect(keyValueText(last('FROM a\nENV A\n'))).toBeUndefined();
  expect(keyValueText(last('FROM a\nRUN a b\n'))).toBeUndefined();
  expect(keyValueText(last('FROM a\nLABEL "a b" c\n'))).toBeUndefined();
  expect(keyValueText(last('FROM a\nLABEL a\\ b c\n'))).toBeUndefined();
});
