import { expect, test } from '@jest/globals';
import { fromParts } from './from-parts.ts';
import { lastOf } from './testing.ts';

const partsOf = (text: string) => {
  const { image, as } = fromParts(lastOf(text));
  return [image?.text, as?.keyword.text, as?.name.text];
};

test.each([
  ['FROM a', ['a', undefined, undefined]],
  ['FROM --platform=x a:1@sha256:b aS c', ['a:1@sha256:b', 'aS', 'c']],
  ['FROM a AS', ['a', undefined, undefined]],
  ['FROM a b c', ['a', undefined, undefined]],
  ['FROM', [undefined, undefined, undefined]],
])('%s', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});
