import { unresolved } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { instructionOf } from '../testing/instruction-of.ts';
import { expandAt, lookUpAt, lookUpAtEnd } from './lookup.ts';

/** What `$A` is in the last RUN of a file. */
const atRun = (text: string, name = 'A') => {
  const file = dockerfileOf(text);
  return lookUpAt(file.instructions.findLast(({ node }) => node.keyword === 'run')!, name);
};
const value = (text: string, name = 'A') => {
  const { known } = atRun(text, name);
  return typeof known === 'object' && known ? known.value : known;
};

describe('lookUpAt', () => {
  test.each([
    ['FROM scratch\nARG A=1\nRUN x\n', '1'],
    ['FROM scratch\nARG A=1\nENV A=2\nRUN x\n', '2'],
    ['FROM scratch\nENV A=2\nARG A=1\nRUN x\n', '1'],
    ['FROM scratch\nENV A=2\nARG A\nRUN x\n', '2'],
    ['FROM scratch\nRUN x\nENV A=1\n', undefined],
    ['ARG A=1\nFROM scratch\nRUN x\n', undefined],
    ['ARG A=1\nFROM scratch\nARG A\nRUN x\n', '1'],
    ['ARG A=1\nFROM scratch\nARG A=2\nRUN x\n', '2'],
    ['ARG A=1\nARG A=2\nFROM scratch\nARG A\nRUN x\n', '2'],
    ['FROM scratch AS b\nENV A=1\nFROM b\nRUN x\n', '1'],
    ['FROM scratch AS b\nARG A=1\nFROM b\nRUN x\n', '1'],
    ['FROM scratch AS b\nENV A=1\nARG A=2\nFROM b\nRUN x\n', '1'],
    ['FROM scratch AS b\nENV A=1\nFROM b\nARG A=2\nRUN x\n', '2'],
    ['FROM scratch AS b\nENV A=1\nFROM scratch\nRUN x\n', undefined],
    ['FROM scratch\nARG B=1 A=$B\nRUN x\n', '1'],
    ['FROM scratch\nENV B=1 A=$B\nRUN x\n', ''],
    ['FROM scratch\nENV B=1\nENV B=2 A=$B\nRUN x\n', '1'],
    ['FROM scratch\nENV A=1 A=2\nRUN x\n', '2'],
    ['FROM scratch AS b\nONBUILD ENV A=1\nRUN x\n', undefined],
    ['FROM scratch AS b\nONBUILD ENV A=1\nFROM b\nRUN x\n', '1'],
    ["FROM scratch\nENV A='$B'\nRUN x\n", '$B'],
    ['FROM scratch\nENV A \\$B c\nRUN x\n', '$B c'],
  ])('%j gives %j', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  test('an ARG without a value is declared all the same', () => {
    const found = atRun('FROM scratch\nARG A\nRUN x\n');
    expect(found.known).toBe('bare');
    expect(found.variable?.name).toBe('A');
  });

  test('a platform argument has a value that cannot be told, once the stage declares it', () => {
    expect(atRun('FROM scratch\nRUN x\n', 'TARGETARCH').known).toBeUndefined();
    expect(atRun('FROM scratch\nARG TARGETARCH\nRUN x\n', 'TARGETARCH').known).toBeNull();
    expect(value('FROM scratch\nARG TARGETARCH=arm64\nRUN x\n', 'TARGETARCH')).toBe('arm64');
  });

  test('an unknown base image may set anything', () => {
    expect(atRun('FROM acme/unknown\nRUN x\n')).toEqual({ known: null, maybeInherited: true });
    expect(value('FROM acme/unknown\nARG A=1\nRUN x\n')).toBe('1');
    expect(atRun('FROM acme/unknown\nARG A\nRUN x\n').known).toBe('bare');
  });

  test('a known base image sets what it is known to set', () => {
    const found = atRun('FROM node:22\nRUN x\n', 'NODE_VERSION');
    expect(found.known).toBeNull();
    expect(found.variable).toMatchObject({ name: 'NODE_VERSION', declaredBy: 'env', implied: true });
    expect(atRun('FROM node:22\nRUN x\n', 'NO_SUCH_THING').known).toBeUndefined();
  });

  test('PATH is always set', () => {
    for (const base of ['scratch', 'acme/unknown', 'debian:12']) {
      expect(atRun(`FROM ${base}\nRUN x\n`, 'PATH').variable?.name).toBe('PATH');
    }
  });

  test('FROM and what stands before it see the global ARGs', () => {
    const file = dockerfileOf('ARG A=1\nARG B=$A\nARG A=2\nFROM node:$A\n');
    expect(lookUpAt(instructionOf(file, 'from'), 'A').variable?.value).toBe('2');
    expect(lookUpAt(instructionOf(file, 'arg', 1), 'A', 0).variable?.value).toBe('1');
    expect(lookUpAt(instructionOf(file, 'arg', 0), 'A', 0).variable).toBeUndefined();
  });
});

describe('expandAt', () => {
  const expanded = (text: string, word: string) => expandAt(instructionOf(dockerfileOf(text), 'run'), word);

  test('expands as BuildKit does', () => {
    expect(expanded('FROM scratch\nENV A=x\nRUN x\n', '"$A"-${B:-d}-${A:+y}-\\$A')).toBe('x-d-y-$A');
  });

  test('what is not set becomes empty under a known base', () => {
    expect(expanded('FROM scratch\nRUN x\n', 'a${B}c')).toBe('ac');
  });

  test('an ARG without a value leaves a text unresolved, unless an operator asks', () => {
    expect(expanded('FROM scratch\nARG A\nRUN x\n', 'v$A')).toBe(unresolved);
    expect(expanded('FROM scratch\nARG A\nRUN x\n', 'v${A:-1}')).toBe('v1');
    expect(expanded('FROM scratch\nARG A\nRUN x\n', '${A:-$A}')).toBe(unresolved);
  });

  test('is unresolved under an unknown base, and where the builder refuses the text', () => {
    expect(expanded('FROM acme/unknown\nRUN x\n', '$A')).toBe(unresolved);
    expect(expanded('FROM scratch\nRUN x\n', "'open")).toBe(unresolved);
    expect(expanded('FROM scratch\nRUN x\n', '${A:?}')).toBe(unresolved);
  });

  test('in FROM a name that nothing declares is unresolved', () => {
    const file = dockerfileOf('FROM node:$TAG\n');
    expect(expandAt(instructionOf(file, 'from'), 'node:$TAG')).toBe(unresolved);
    expect(expandAt(instructionOf(file, 'from'), 'node:${TAG:-22}')).toBe('node:22');
  });
});

test('lookUpAtEnd finds what a stage built on it would', () => {
  const { stages } = dockerfileOf('FROM scratch\nENV A=1\nARG A=2\n');
  expect(lookUpAtEnd(stages[0]!, 'A').known).toEqual({ value: '1' });
});

test('thousands of variables take no time', () => {
  const lines = Array.from({ length: 4000 }, (_, at) => `ENV V${at}=$V${at - 1}x\nARG W=$W.$V${at}`);
  const started = Date.now();
  expect(atRun(`FROM scratch\n${lines.slice(0, 100).join('\n')}\nRUN x\n`, 'V99').variable?.name).toBe('V99');
  atRun(`FROM scratch\n${lines.map((line) => line.replace(/\$\S+/g, '')).join('\n')}\nRUN x\n`, 'V3999');
  expect(Date.now() - started).toBeLessThan(60_000);
});
