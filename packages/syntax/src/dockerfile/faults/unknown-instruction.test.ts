import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['COPPY a b', 'COPPY', 'COPY was probably meant'],
  ['COPY.. .', 'COPY..', 'COPY . . was probably meant'],
  ['RUNapt-get update', 'RUNapt-get', 'RUN apt-get was probably meant'],
  ['CMD["a"]', 'CMD["a"]', 'CMD ["a"] was probably meant'],
  ['FROM: b', 'FROM:', 'FROM was probably meant'],
  ['// a', '//', 'a comment begins with #'],
  ['<<<<<<< HEAD', '<<<<<<<', 'left over from a merge'],
  ['{{ x }}', '{{', 'template'],
  ['RUN a\n  && b', '&&', '\\ is missing at the end of line 2'],
  ['RUN a\n  curl b', 'curl', '\\ is missing at the end of line 2'],
  ['\u200bRUN a', '\u200bRUN', 'U+200B, stands in or next to RUN'],
  ['RUN\u00a0a', 'RUN\u00a0a', 'U+00A0'],
  ['INCLUDE a', 'INCLUDE', 'INCLUDE is no instruction'],
  ['\x7fELF\0\0 a', '\x7fELF\0\0', 'The file is binary'],
])('%s', (line, words, message) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([['syntax/unknown-instruction', words]]);
  expect(messagesOf(`FROM a\n${line}\n`)[0]).toContain(message);
});

test('a line of nothing but the escape character', () => {
  expect(messagesOf('\\\n')[0]).toContain('nothing but the escape character');
});
