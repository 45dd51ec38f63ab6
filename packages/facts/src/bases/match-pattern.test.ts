import fc from 'fast-check';
import { matchPattern } from './match-pattern.ts';

test.each([
  ['node:*', 'node:22', {}],
  ['node:{node}*', 'node:22.11.0-alpine3.20', { node: '22.11.0' }],
  ['node:{node}-slim', 'node:22-slim', { node: '22' }],
  ['maven:*temurin-{java}*', 'maven:3.9.9-eclipse-temurin-21-alpine', { java: '21' }],
  ['gcr.io/nodejs{node}-debian{debian}:*', 'gcr.io/nodejs22-debian12:nonroot', { node: '22', debian: '12' }],
  ['a:{x:8|9}', 'a:9.0.1', { x: '9.0.1' }],
  ['a:{x:8|9}*', 'a:8-b', { x: '8' }],
  ['*', '', {}],
  ['**a**', 'bab', {}],
  ['a{b', 'a{b', {}],
])('%s fits %s', (pattern, text, captures) => {
  expect(matchPattern(pattern, text)).toEqual(captures);
});

test.each([
  ['node:{node}', 'node:22-slim'],
  ['node:{node}', 'node:lts'],
  ['node:{node}0', 'node:20'],
  ['a:{x:8|9}', 'a:10'],
  ['a:{x:1}', 'a:10'],
  ['node', 'node:22'],
  ['node:*alpine', 'node:alpine3.20'],
  ['', 'a'],
])('%s does not fit %s', (pattern, text) => {
  expect(matchPattern(pattern, text)).toBeUndefined();
});

test('a text fits itself, and takes no time with many stars', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '1', '.', ':', '-') }), (text) =>
      expect(matchPattern(text, text)).toEqual({}),
    ),
  );
  const start = performance.now();
  expect(matchPattern('*a'.repeat(100), `${'a'.repeat(2000)}b`)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(60_000);
});
