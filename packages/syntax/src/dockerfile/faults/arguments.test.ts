import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  'ARG',
  'ENV',
  'EXPOSE',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
  'SHELL []',
  'VOLUME []',
])('%s takes an argument', (line) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([['syntax/missing-argument', line]]);
  expect(messagesOf(`FROM a\n${line}\n`)[0]).toContain('nothing is given');
});

test.each(['RUN', 'CMD', 'ENTRYPOINT', 'RUN []'])('%s needs none', (line) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([]);
});

test('an escape character at the very end is nothing', () => {
  expect(faultsOf('FROM a\nENV \\\v\n')).toEqual([['syntax/missing-argument', 'ENV \\']]);
});
