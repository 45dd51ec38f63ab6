import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['RUN --network=foo ls', 'syntax/flag-value', 'foo', 'default or none or host'],
  ['RUN --security=x ls', 'syntax/flag-value', 'x', 'sandbox or insecure'],
  ['RUN --mount= ls', 'syntax/flag-value', '', 'it is empty'],
  ['RUN --mount=a\\"b ls', 'syntax/flag-value', 'a\\"b', 'a quote stands'],
  ['RUN --device=a,required=maybe ls', 'syntax/flag-value', 'required=maybe', 'true or false'],
  ['RUN --device=a,b ls', 'syntax/flag-value', 'b', 'names one device'],
  ['RUN --mount=type=bind,from=$A,target=/x ls', 'syntax/mount', 'from=$A', 'takes no variables'],
])('%s', (line, code, words, message) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([[code, words]]);
  expect(messagesOf(`FROM a\n${line}\n`)[0]).toContain(message);
});
