import { unknown } from '../kernel/unsure.ts';
import { dockerfileOf } from '../testing/dockerfile-of.ts';
import { isValidByDefault } from './default-validity.ts';

test.each([
  ['FROM node:22\n', true],
  ['ARG TAG=22\nFROM node:$TAG\n', true],
  ['ARG TAG\nFROM node:$TAG\n', false],
  ['ARG TAG\nFROM node:${TAG:-22}\n', true],
  ['ARG VARIANT\nFROM node:22${VARIANT}\n', true],
  ['ARG IMAGE\nFROM $IMAGE\n', false],
  ['FROM node:$TAG\n', false],
  ['FROM Node\n', false],
  ['FROM scratch\n', true],
  ['FROM node:$TARGETARCH\n', unknown],
  ['RUN ls\n', undefined],
])('%j: %s', (text, expected) => {
  expect(isValidByDefault(dockerfileOf(text).stages[0]!)).toBe(expected);
});
