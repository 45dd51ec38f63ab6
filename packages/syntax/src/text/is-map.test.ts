import { isMap } from './is-map.ts';

test.each<[unknown, boolean]>([
  [{}, true],
  [Object.create(null), true],
  [[], false],
  [null, false],
  [undefined, false],
  ['{}', false],
  [1, false],
])('%j', (value, expected) => expect(isMap(value)).toBe(expected));
