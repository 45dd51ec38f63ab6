import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['COPY', 'COPY', 'neither is given'],
  ['COPY a', 'a', 'only a is given'],
  ['COPY package*.json./', 'package*.json./', 'COPY package*.json ./ was probably meant'],
  ['COPY ..', '..', 'COPY . . was probably meant'],
  ['ADD src//app', 'src//app', 'ADD src/ /app was probably meant'],
  ['COPY ["a"]', '["a"]', 'only a is given'],
])('%s', (line, words, message) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([['syntax/missing-argument', words]]);
  expect(messagesOf(`FROM a\n${line}\n`)[0]).toContain(message);
});

test('a heredoc is no destination', () => {
  expect(faultsOf('FROM a\nCOPY /x <<EOF\na\nEOF\n')).toEqual([['syntax/heredoc-destination', '<<EOF']]);
});
