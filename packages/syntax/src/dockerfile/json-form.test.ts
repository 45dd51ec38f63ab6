import { expect, test } from '@jest/globals';
import { cut, faultsOf, lastOf } from './testing.ts';

test('the strings of the exec form with their places', () => {
  const text = 'FROM a\nCMD ["a", \\\n # c\n "b \\"c\\"\\u0041"]\n';
  const json = lastOf(text).json!;
  expect(json.map(({ value }) => value)).toEqual(['a', 'b "c"A']);
  expect(json.map(({ span }) => cut(text, span))).toEqual(['"a"', '"b \\"c\\"\\u0041"']);
});

test('what is no JSON is the shell form', () => {
  for (const line of [
    'CMD ["a",]',
    "CMD ['a']",
    'CMD ["a"] b',
    'RUN [ -f /x ]',
    'CMD [1e999]',
    'USER ["a"]',
    `CMD ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  ]) {
    expect(lastOf(`FROM a\n${line}\n`).json).toBeUndefined();
  }
});

test('an array with anything but strings is a fault', () => {
  expect(faultsOf('FROM a\nCMD ["a", 1]\n')).toEqual([['syntax/json-strings', '["a", 1]']]);
});

test('and is read as if its elements stood in quotes', () => {
  const text = 'FROM a\nCMD [1,"b, \\"c\\"" , null,["d", [2]], {"e": "]"}]\n';
  const json = lastOf(text).json!;
  expect(json.map(({ value }) => value)).toEqual(['1', 'b, "c"', 'null', '["d", [2]]', '{"e": "]"}']);
  expect(json.map(({ span }) => cut(text, span))).toEqual(['1', '"b, \\"c\\""', 'null', '["d", [2]]', '{"e": "]"}']);
});

test('halves of surrogate pairs become U+FFFD', () => {
  expect(lastOf('CMD ["\\ud83d", "\\ud83d\\ude00"]').json!.map(({ value }) => value)).toEqual(['\ufffd', '😀']);
});

test('the command of a HEALTHCHECK has a JSON form too', () => {
  expect(lastOf('HEALTHCHECK --retries=1 CMD ["a"]').json!.map(({ value }) => value)).toEqual(['a']);
});
