import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownBlock, markdownCode, markdownText } from './markdown-text.ts';

test.each([
  ['apps/api/Dockerfile:3', 'apps/api/Dockerfile:3'],
  ['a|b', 'a\\|b'],
  ['<img src=x>', '&lt;img src=x\\>'],
  ['[x](javascript:y)', '\\[x\\]\\(javascript:y\\)'],
  ['two\nlines', 'two lines'],
  ['@acme/api', '&#64;acme/api'],
  ['https://acme.io', 'https&#58;//acme.io'],
])('%j is written %j', (text, wanted) => {
  expect(markdownText(text)).toBe(wanted);
});

test.each([
  ['sha256:1', '`sha256:1`'],
  ['a`b', '`` a`b ``'],
  ['a|b', '`a\\|b`'],
])('%j as code is %j', (text, wanted) => {
  expect(markdownCode(text)).toBe(wanted);
});

test('a block ends where it is meant to', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('`', 'a', '\n', ' ') })), (lines) => {
      const [first = '', ...rest] = markdownBlock(lines).split('\n');
      const fence = /^`+/.exec(first)![0];
      expect(rest.filter((line) => line.trim().startsWith(fence))).toEqual([fence]);
    }),
  );
});
