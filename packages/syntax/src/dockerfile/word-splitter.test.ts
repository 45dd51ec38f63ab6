import { expect, test } from '@jest/globals';
import { wordSplitter } from './word-splitter.ts';

test('ends words at white space, but not within protected text', () => {
  const words = wordSplitter();
  words.add('a b');
  words.addProtected('c d');
  words.add('\u00a0e');
  expect(words.finish()).toEqual(['a', 'bc d', 'e']);
});

test('drops the word begun', () => {
  const words = wordSplitter();
  words.add('a b');
  words.drop();
  words.add('c');
  expect(words.finish()).toEqual(['a', 'c']);
});
