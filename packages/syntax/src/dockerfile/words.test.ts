import { expect, test } from '@jest/globals';
import { cut, lastOf } from './testing.ts';
import { jsonOrWords, wordsOf } from './words.ts';

test('splits at blanks, whatever quotes there are', () => {
  const text = 'FROM a\nCOPY --from=x "a b" \\\n c\u00a0d\t/e\n';
  const words = wordsOf(lastOf(text));
  expect(words.map((word) => word.text)).toEqual(['"a', 'b"', 'c\u00a0d', '/e']);
  expect(words.map((word) => cut(text, word.span))).toEqual(['"a', 'b"', 'c\u00a0d', '/e']);
});

test('the JSON form gives its strings', () => {
  const text = 'COPY ["a b", "c"]';
  expect(jsonOrWords(lastOf(text)).map(({ text: word, span }) => [word, cut(text, span)])).toEqual([
    ['a b', '"a b"'],
    ['c', '"c"'],
  ]);
  expect(jsonOrWords(lastOf('COPY [a c')).map((word) => word.text)).toEqual(['[a', 'c']);
  expect(wordsOf(lastOf('RUN'))).toEqual([]);
});
