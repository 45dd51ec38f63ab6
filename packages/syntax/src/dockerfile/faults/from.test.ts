import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['FROM', 'syntax/from-arguments', 'FROM', 'none is given'],
  ['FROM a b', 'syntax/from-arguments', 'a b', 'FROM a AS b was probably meant'],
  ['FROM a ASS b', 'syntax/from-arguments', 'a ASS b', 'FROM a AS b was probably meant'],
  ['FROM a AS', 'syntax/from-arguments', 'a AS', 'name of the stage is missing'],
  ['FROM a AS b c', 'syntax/from-arguments', 'a AS b c', 'one word; after AS there are 2'],
  ['FROM a b c d', 'syntax/from-arguments', 'a b c d', 'nothing more'],
  ['FROM a # b', 'syntax/from-arguments', 'a # b', 'a line of its own'],
  ['FROM a:{{ tag }}', 'syntax/from-arguments', 'a:{{ tag }}', 'template'],
  ['FROM a AS 1b', 'syntax/stage-name', '1b', 'start with a letter'],
])('%s', (line, code, words, message) => {
  expect(faultsOf(`${line}\n`)).toEqual([[code, words]]);
  expect(messagesOf(`${line}\n`)[0]).toContain(message);
});

test('stage names are compared in lower case', () => {
  expect(faultsOf('FROM a as B.c_d-1\n')).toEqual([]);
});
