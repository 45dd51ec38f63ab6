import { editJson } from './edit-json.ts';
import { jsonValue, soundJson } from './read-json.ts';

const DEEP = `{"a": ${'['.repeat(100_000)}`;

test.each([
  ['plain', '{"a":1}', { a: 1 }, { a: 1 }],
  ['with comments and a last comma', '{"a":1, // one\n}', { a: 1 }, { a: 1 }],
  ['behind a byte order mark', '\uFEFF{"a":1}', { a: 1 }, { a: 1 }],
  ['broken', '{"a":1', { a: 1 }, undefined],
  ['nothing', '', undefined, undefined],
  ['nested without end', DEEP, undefined, undefined],
])('%s', (_, text, value, sound) => {
  expect(jsonValue(text)).toEqual(value);
  expect(soundJson(text)).toEqual(sound);
});

test('what is nested without end is left as it is', () => {
  expect(editJson(DEEP, [{ path: ['b'], value: 1 }])).toBe(DEEP);
});
