import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each([
  ['HEALTHCHECK NONE x', 'syntax/healthcheck', 'NONE x', 'takes no arguments'],
  ['HEALTHCHECK CMD', 'syntax/healthcheck', 'CMD', 'needs a command'],
  ['HEALTHCHECK CMD []', 'syntax/healthcheck', 'CMD', 'needs a command'],
  ['HEALTHCHECK CDM a', 'syntax/healthcheck', 'CDM', 'CMD was probably meant'],
  ['HEALTHCHECK curl a', 'syntax/healthcheck', 'curl', 'HEALTHCHECK CMD curl'],
  ['HEALTHCHECK -interval=5s CMD a', 'syntax/healthcheck', '-interval=5s', 'two dashes'],
  ['HEALTHCHECK --interval=30 CMD a', 'syntax/flag-value', '30', '30s was probably meant'],
  ['HEALTHCHECK --timeout=1d CMD a', 'syntax/flag-value', '1d', 'is a duration'],
  ['HEALTHCHECK --timeout=1us CMD a', 'syntax/flag-value', '1us', 'below 1ms'],
  ['HEALTHCHECK --retries=-1 CMD a', 'syntax/flag-value', '-1', 'is a count'],
])('%s', (line, code, words, message) => {
  expect(faultsOf(`FROM a\n${line}\n`)).toEqual([[code, words]]);
  expect(messagesOf(`FROM a\n${line}\n`)[0]).toContain(message);
});

test('a right one', () => {
  expect(faultsOf('FROM a\nHEALTHCHECK --interval=1m30s --timeout=0 --retries=3 cmd ["a"]\n')).toEqual([]);
});
