import { expect, test } from '@jest/globals';
import { byEachKey } from './by-each-key.ts';

test('an item stands under each of its keys, in the order of the items', () => {
  const index = byEachKey(['ab', 'b', 'cb', ''], (word) => [...word]);
  expect([...index]).toEqual([
    ['a', ['ab']],
    ['b', ['ab', 'b', 'cb']],
    ['c', ['cb']],
  ]);
});
