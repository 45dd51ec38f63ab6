import { expect, test } from '@jest/globals';
import { utf8Bytes } from './utf8.ts';

test.each(['a', 'é', '€', '😀'])('%s', (char) => {
  expect(utf8Bytes(char.codePointAt(0)!)).toEqual([...Buffer.from(char, 'utf8')]);
});
