import { expect, test } from '@jest/globals';
import { csvFields, readCsv } from './csv-fields.ts';
import { cut, lastOf } from './testing.ts';

function fieldsOf(text: string): unknown[] {
  return csvFields(lastOf(text).flags[0]!).map(({ name, value, span, valueSpan }) => [
    name,
    value,
    cut(text, span),
    valueSpan && cut(text, valueSpan),
  ]);
}

test('fields with their places', () => {
  expect(fieldsOf('RUN --mount=type=cache,Target=/x,ro ls')).toEqual([
    ['type', 'cache', 'type=cache', 'cache'],
    ['target', '/x', 'Target=/x', '/x'],
    ['ro', undefined, 'ro', undefined],
  ]);
});

test('CSV quotes within the quotes of the flag', () => {
  expect(fieldsOf(`RUN --mount='"source=a,b",target="/x"' ls`)).toEqual([['source', 'a,b', 'source=a,b', 'a,b']]);
  expect(fieldsOf('RUN --mount=\\"a=b\\"\\"c\\" ls')).toEqual([['a', 'b"c', 'a=b\\"\\"c', 'b\\"\\"c']]);
});

test('over two lines each field keeps its place', () => {
  expect(fieldsOf('RUN --mount=type=cache,\\\ntarget=/x ls')).toEqual([
    ['type', 'cache', 'type=cache', 'cache'],
    ['target', '/x', 'target=/x', '/x'],
  ]);
});

test('what is no CSV is told', () => {
  const failure = (text: string) => readCsv(lastOf(text).flags[0]!).failure;
  expect(failure('RUN --mount= ls')).toBe('it is empty');
  expect(failure('RUN --mount=a\\"b ls')).toContain('middle');
  expect(failure('RUN --mount=\\"a ls')).toContain('never closed');
});
