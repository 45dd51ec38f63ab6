import { parse } from 'jsonc-parser';
import { editJson } from './edit-json.ts';

const text = `{
\t// ours
\t"name": "shop", /* the name */
\t"list": [
\t\t"a", // first
\t\t"c"
\t],
\t"build": { "dependsOn": ["^build"] }, // as it is
\t"few": { "a": 1 },
}
`;

test('what is there already is not touched', () => {
  const edits = [
    { path: ['name'], value: 'shop' },
    { path: ['list'], value: ['a', 'c'] },
    { path: ['none'], value: undefined },
  ];
  expect(editJson(text, edits)).toBe(text);
});

test('keys come last, laid out as what is there; a comma at the end is no fault', () => {
  const edits = [
    { path: ['tasks', 'lint'], value: { inputs: ['a'], cache: false, none: {} } },
    { path: ['few', 'b'], value: { c: ['x'] } },
    { path: ['name'], value: 'store' },
  ];
  expect(editJson(text, edits)).toBe(
    text
      .replace('"shop"', '"store"')
      .replace(
        '{ "a": 1 },\n',
        '{ "a": 1, "b": { "c": ["x"] } },\n\t"tasks": {\n\t\t"lint": {\n\t\t\t"inputs": ["a"],\n\t\t\t"cache": false,\n\t\t\t"none": {}\n\t\t}\n\t}\n',
      ),
  );
});

test.each(['1', '"a"', 'null', '[1]'])('what stands on the way and is no object is left: %s', (value) => {
  const text = `{ "a": { "b": ${value} } }`;
  expect(editJson(text, [{ path: ['a', 'b', 'c', 'd'], value: true }])).toBe(text);
});

test('of a list only what comes or goes is touched', () => {
  expect(editJson(text, [{ path: ['list'], value: ['a', 'b', 'c', 'd'] }])).toBe(
    text.replace('\t\t"c"', '\t\t"b",\n\t\t"c",\n\t\t"d"'),
  );
  expect(editJson(text, [{ path: ['list'], value: ['a'] }])).toBe(
    text.replace('"a", // first\n\t\t"c"', '"a" // first'),
  );
  expect(editJson(text, [{ path: ['list'], value: ['c'] }])).toBe(text.replace('"a", // first\n\t\t', ''));
  expect(editJson('{"list": ["a", "b"]}', [{ path: ['list'], value: ['b', 'a', 'c'] }])).toBe(
    '{"list": ["b", "a", "c"]}',
  );
  expect(parse(editJson('{"list": ["a",]}', [{ path: ['list'], value: ['0', 'a', 'b'] }]))).toEqual({
    list: ['0', 'a', 'b'],
  });
});

test('what is taken away takes its comma, and an object that is left empty its lines', () => {
  expect(editJson('{\n  "a": {\n    "b": 1\n  }\n}\n', [{ path: ['a', 'b'], value: undefined }])).toBe(
    '{\n  "a": {}\n}\n',
  );
  expect(editJson('{\n  "a": 1,\n  "b": 2\n}\n', [{ path: ['b'], value: undefined }])).toBe('{\n  "a": 1\n}\n');
  expect(editJson('{\n  "a": 1, // one\n  "b": 2\n}\n', [{ path: ['a'], value: undefined }])).toBe('{\n  "b": 2\n}\n');
});

test('an empty object, a long list, line endings and a byte order mark', () => {
  expect(editJson('{}\n', [{ path: ['a'], value: 1 }])).toBe('{\n  "a": 1\n}\n');
  expect(editJson('\uFEFF{\r\n    "a": 1\r\n}\r\n', [{ path: ['b'], value: ['x'.repeat(60), 'y'.repeat(60)] }])).toBe(
    `\uFEFF{\r\n    "a": 1,\r\n    "b": [\r\n        "${'x'.repeat(60)}",\r\n        "${'y'.repeat(60)}"\r\n    ]\r\n}\r\n`,
  );
});

test('an object on one line has several when it gets too long', () => {
  const long = 'dockwarden build --project web --trust-generated';
  expect(
    editJson('{\n  "scripts": { "build": "tsc" }\n}\n', [
      { path: ['scripts', 'docker-build'], value: long },
      { path: ['scripts', 'docker-push'], value: long },
    ]),
  ).toBe(
    `{\n  "scripts": {\n    "build": "tsc",\n    "docker-build": "${long}",\n    "docker-push": "${long}"\n  }\n}\n`,
  );
});
