import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['ENV A=1 B', 'syntax/name-value', 'B', 'A="…"'],
  ['ENV A = 1', undefined, '', ''],
  ['ENV A= 1', 'syntax/name-value', '1', 'no blank may stand after A='],
  ['ENV A=1 B =2', 'syntax/name-value', 'B', 'no blanks may stand around ='],
  ['ENV A=1 # b', 'syntax/name-value', '#', 'a line of its own'],
  ['ENV A', 'syntax/name-value', 'A', 'as in ENV A=…; the value is missing'],
  ['ENV A:1', 'syntax/name-value', 'A:1', 'as in ENV A=…; there is no ='],
  ['LABEL a', 'syntax/name-value', 'a', 'LABEL a=…'],
  ['ENV =1', 'syntax/blank-name', '=1', 'name is missing'],
  ['ARG =1', 'syntax/blank-name', '=1', 'name is missing'],
  ['ARG a b=1', undefined, '', ''],
])('%s', (line, code, words, message) => {
  const text = `FROM a\n${line}\n`;
  expect(faultsOf(text)[0]).toEqual(code && [code, words]);
  expect(messagesOf(text)[0] ?? '').toContain(message);
});
