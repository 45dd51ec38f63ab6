import { expect, test } from '@jest/globals';
import { faultsOf, messagesOf } from '../testing.ts';

test.each(['bash -c', '[bash, -c]', "['bash', '-c']"])('SHELL %s', (written) => {
  expect(faultsOf(`FROM a\nSHELL ${written}\n`)).toEqual([['syntax/shell-form', written]]);
  expect(messagesOf(`FROM a\nSHELL ${written}\n`)[0]).toContain('SHELL ["bash", "-c"] was probably meant');
});
