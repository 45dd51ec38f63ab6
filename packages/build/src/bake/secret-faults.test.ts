import { bakeTarget } from '../test-support/bake-target.ts';
import { secretFaults } from './secret-faults.ts';

test('a missing file and an unset variable are named; an empty variable is a value', () => {
  const secrets = [
    { id: 'a', file: '/no/such/file' },
    { id: 'b', env: 'B' },
    { id: 'C' },
    { id: 'd', env: 'D' },
    { id: 'e', file: __filename },
  ];
  expect(
    secretFaults([bakeTarget('api', { secrets })], { D: '' }).map(({ message, exit }) => `${exit} ${message}`),
  ).toEqual([
    '3 api: the secret "a" is missing: its file /no/such/file is not there.',
    '3 api: the secret "b" is missing: the variable B is not set.',
    '3 api: the secret "C" is missing: the variable C is not set.',
  ]);
});
