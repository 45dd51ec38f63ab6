import { ownEntry } from './own-entry.ts';

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])('a map says nothing of %s', (word) => {
  expect(ownEntry({ a: 1 }, word)).toBeUndefined();
  expect(ownEntry(Object.fromEntries([[word, 1]]), word)).toBe(1);
});

test('no map says nothing', () => {
  expect(ownEntry(undefined, 'a')).toBeUndefined();
});
