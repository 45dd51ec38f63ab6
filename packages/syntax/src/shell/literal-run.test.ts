import { literalRun } from './literal-run.ts';

/** A JSON array as the scanner hands it over. */
const strings = (json: string) =>
  [...json.matchAll(/"(?:\\.|[^"\\])*"/g)].map((match) => ({
    value: JSON.parse(match[0]) as string,
    span: { start: match.index, end: match.index + match[0].length },
  }));

test('the strings are the words', () => {
  const [command] = literalRun(strings('["apt-get", "install", "$X *"]')).commands;
  expect(command!.words.map((word) => [word.value, word.span.start, word.variables])).toEqual([
    ['apt-get', 1, []],
    ['install', 12, []],
    ['$X *', 23, []],
  ]);
  expect(command).toMatchObject({ embedding: 'argv', scope: 0, span: { start: 1, end: 29 }, via: [] });
});

test('wrappers and scripts are seen through', () => {
  const json = '["sudo", "/bin/bash", "-o", "pipefail", "-c", "a b | c"]';
  const { commands } = literalRun(strings(json));
  expect(commands.map((command) => json.slice(command.span.start, command.span.end))).toEqual(['a b', 'c']);
  expect(commands[0]).toMatchObject({
    via: ['sudo', 'bash -c'],
    pipefail: true,
    pipesInto: 1,
    embedding: 'json',
    scope: 1,
  });
});

test('a string with escapes is one place', () => {
  const json = '["sh", "-c", "a \\"b\\""]';
  const [command] = literalRun(strings(json)).commands;
  expect(json.slice(command!.span.start, command!.span.end)).toBe('"a \\"b\\""');
  expect(command).toMatchObject({ embedding: 'opaque' });
});

test('nothing at all', () => {
  expect(literalRun([])).toMatchObject({ commands: [], faults: [] });
});
