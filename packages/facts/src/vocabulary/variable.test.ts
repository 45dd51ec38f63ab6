import { unresolved } from '../kernel/unsure.ts';
import type { Variable } from '../model/variable.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { placeText, readFact } from '../testing/read-fact.ts';
import { expansionsOf } from '../variable/expansions-of.ts';
import { variablesOf } from '../variable/variables-of.ts';
import { expansionKind } from './expansion.ts';
import { variableKind } from './variable.ts';

const last = (text: string): Variable => dockerfileOf(text).instructions.flatMap(variablesOf).at(-1)!;
const read = (text: string, property: string) => readFact(variableKind, last(text), property);

test.each([
  ['name', 'FROM a\nENV A_b=1\n', 'A_b'],
  ['value', 'FROM scratch\nENV A="x $B"\n', 'x '],
  ['value', 'FROM a\nARG A\n', undefined],
  ['value', 'FROM a\nENV A=$B\n', unresolved],
  ['literal', 'FROM a\nENV A=1\n', true],
  ['literal', 'FROM a\nENV A=$B\n', false],
  ['literal', 'FROM a\nARG A\n', false],
  ['declaredBy', 'FROM a\nARG A\n', 'arg'],
  ['declaredBy', 'FROM a\nRUN export A=1\n', 'run'],
  ['secretName', 'FROM a\nARG NPM_TOKEN\n', true],
  ['secretName', 'FROM a\nARG TOKEN_URL\n', false],
  ['secretLike', 'FROM a\nENV NPM_TOKEN=abc\n', true],
  ['secretLike', 'FROM a\nARG NPM_TOKEN\n', false],
  ['secretLike', 'FROM a\nENV NPM_TOKEN=$X\n', unresolved],
  ['predefined', 'FROM a\nARG TARGETARCH\n', true],
  ['predefined', 'FROM a\nARG A\n', false],
  ['global', 'ARG A\nFROM a\n', true],
  ['global', 'FROM a\nARG A\n', false],
  ['port', 'FROM a\nENV PORT=3000\n', 3000],
  ['port', 'FROM a\nENV PORT=http\n', undefined],
  ['port', 'FROM a\nENV PORT=$P\n', unresolved],
  ['text', 'FROM a\nENV A="1" B=2\n', 'B=2'],
  ['selfReference', 'FROM a\nENV A=1\n', undefined],
  ['selfReference', 'FROM acme/unknown\nENV A=$A\n', undefined],
])('%s in %j is %s', (property, text, expected) => {
  expect(read(text, property)).toBe(expected);
});

test('words of the name', () => {
  expect(read('FROM a\nARG GIT_SHA\n', 'words')).toEqual(['git', 'sha']);
});

test('a value that may be a secret is marked as such, by name or by shape', () => {
  const sensitive = (text: string) => variableKind.properties.value!.sensitive!(last(text));
  expect(sensitive('FROM a\nENV DB_PASSWORD=changeme\n')).toBe(true);
  expect(sensitive('FROM a\nENV DB=postgres://a:hunter2@db/x\n')).toBe(true);
  expect(sensitive('FROM a\nENV A=1\n')).toBe(false);
});

test('name and value have their places', () => {
  expect(placeText(variableKind, last('FROM a\nENV A="1"\n'), 'name')).toBe('A');
  expect(placeText(variableKind, last('FROM a\nENV A="1"\n'), 'value')).toBe('"1"');
  expect(placeText(variableKind, last('FROM a\nARG A\n'), 'value')).toBeUndefined();
});

test('an expansion', () => {
  const expansion = dockerfileOf('FROM a\nUSER ${WHO:-me}\n').instructions.flatMap(expansionsOf)[0]!;
  const value = (property: string) => readFact(expansionKind, expansion, property);
  expect(['name', 'fallback', 'operator', 'text', 'predefined'].map(value)).toEqual([
    'WHO',
    'me',
    ':-',
    '${WHO:-me}',
    false,
  ]);
});
