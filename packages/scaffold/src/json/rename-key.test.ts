import { renameKey } from './rename-key.ts';

test('a key keeps its place and its comments', () => {
  const text = '{\n  // one\n  "a": { "b": 1 }, // two\n  "c": 2,\n}\n';
  expect(renameKey(text, ['a'], 'x')).toBe(text.replace('"a"', '"x"'));
  expect(renameKey(text, ['a', 'b'], 'x"y')).toBe(text.replace('"b"', '"x\\"y"'));
  expect(renameKey(`\uFEFF${text}`, ['c'], 'x')).toBe(`\uFEFF${text.replace('"c"', '"x"')}`);
});

test.each([
  ['{"a":1}', ['b']],
  ['[1]', [0]],
  ['', ['a']],
])('%j is as it is where there is no such key', (text, path) => {
  expect(renameKey(text, path, 'x')).toBe(text);
});
