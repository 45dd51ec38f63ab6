import { textAt } from '@dockwarden-internal/syntax';
import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { definitionOf, fallbackOf, globalArgOf, isPredefinedHere, suggestionFor } from './definition.ts';
import { expansionsOf } from './expansions-of.ts';
import { shellExpansions } from './shell-expansions.ts';

const last = (text: string) => dockerfileOf(text).instructions.flatMap(expansionsOf).at(-1)!;
const definedBy = (text: string) => {
  const variable = definitionOf(last(text));
  return typeof variable === 'object' ? textAt(variable.place) : variable;
};

describe('definitionOf', () => {
  test.each([
    ['FROM scratch\nARG A=1\nUSER $A\n', 'A=1'],
    ['FROM scratch\nARG A\nUSER $A\n', 'A'],
    ['FROM scratch AS x\nENV A=1\nFROM x\nUSER $A\n', 'A=1'],
    ['FROM scratch\nARG A=1 B=$A\n', 'A=1'],
    ['ARG A=1\nFROM node:$A\n', 'A=1'],
    ['FROM node:22\nUSER $NODE_VERSION\n', 'node:22'],
  ])('%j: %s', (text, expected) => {
    expect(definedBy(text)).toBe(expected);
  });

  test.each([
    'FROM scratch\nUSER $A\n',
    'FROM scratch\nENV A=1 B=$A\n',
    'FROM scratch\nUSER $A\nENV A=1\n',
    'ARG A=1\nFROM scratch\nUSER $A\n',
    'FROM scratch\nUSER $TARGETARCH\n',
    'FROM node:$TAG\n',
  ])('%j: nothing', (text) => {
    expect(definedBy(text)).toBeUndefined();
  });

  test('is unknown where only an unknown base image could', () => {
    expect(definedBy('FROM acme/unknown\nUSER $A\n')).toBe(unknown);
    expect(definedBy('FROM acme/unknown AS x\nFROM x\nUSER $A\n')).toBe(unknown);
    expect(definedBy('USER $A\n')).toBe(unknown);
  });

  test('a platform argument is there in FROM', () => {
    expect(definitionOf(last('FROM --platform=$BUILDPLATFORM node\n'))).toMatchObject({
      name: 'BUILDPLATFORM',
      implied: true,
    });
  });
});

test('globalArgOf is the ARG before FROM, for what stands in a stage', () => {
  expect(globalArgOf(last('ARG A=1\nARG A=2\nFROM scratch\nUSER $A\n'))?.value).toBe('2');
  expect(globalArgOf(last('FROM scratch\nUSER $A\n'))).toBeUndefined();
  expect(globalArgOf(last('ARG A=1\nFROM node:$A\n'))).toBeUndefined();
});

test('fallbackOf is the word of an operator that stands in', () => {
  const fallback = (word: string) => fallbackOf(last(`FROM scratch\nUSER ${word}\n`));
  expect(['${A:-x}', '${A-x}', '${A:+x}', '${A+}'].map(fallback)).toEqual(['x', 'x', 'x', '']);
  expect(['${A}', '$A', '${A#x}', '${A:?x}'].map(fallback)).toEqual([undefined, undefined, undefined, undefined]);
});

test('what asks first whether a variable is set needs nothing to stand in for it', () => {
  expect(fallbackOf(last('FROM scratch\nENV A="${A:+${A}:}/x"\n'))).toBe('');
  expect(fallbackOf(last('FROM scratch\nENV A="${A:+${B}:}/x"\n'))).toBeUndefined();
  expect(fallbackOf(last('FROM scratch\nENV A="${A:-${A}}/x"\n'))).toBeUndefined();
});

describe('suggestionFor', () => {
  test('the nearest name in sight', () => {
    expect(suggestionFor(last('FROM scratch\nARG VERSION=1\nUSER $VERSON\n'))).toBe('VERSION');
    expect(suggestionFor(last('ARG VERSION=1\nFROM node:$VERSOIN\n'))).toBe('VERSION');
    expect(suggestionFor(last('FROM scratch\nENV LIBRARY_PATH=$LIBRARY_PATH:/lib\n'))).toBeUndefined();
    expect(suggestionFor(last('FROM --platform=$BUILDPLATFROM node\n'))).toBe('BUILDPLATFORM');
  });

  test('none where none is near, and for what is declared', () => {
    expect(suggestionFor(last('FROM scratch\nARG VERSION=1\nUSER $NOTHING_LIKE_IT\n'))).toBeUndefined();
    expect(suggestionFor(last('FROM scratch\nARG A=1\nARG AB=1\nUSER $AB\n'))).toBeUndefined();
  });
});

test('isPredefinedHere: platform arguments in FROM, proxies in RUN', () => {
  expect(isPredefinedHere(last('FROM --platform=$TARGETPLATFORM node\n'))).toBe(true);
  expect(isPredefinedHere(last('FROM node\nUSER $TARGETPLATFORM\n'))).toBe(false);
  const run = dockerfileOf('FROM node\nRUN echo $HTTP_PROXY $HOME\n').instructions.flatMap(shellExpansions);
  expect(run.map(isPredefinedHere)).toEqual([true, false]);
});
