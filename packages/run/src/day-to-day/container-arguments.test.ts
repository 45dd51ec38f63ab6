import { containerArguments } from './container-arguments.ts';

test('a value that looks secret stands in no argument', () => {
  expect(containerArguments({ env: ['A=b c', 'API_TOKEN=x', 'HOME_TOKEN', 'C'] }, '/w')).toEqual({
    args: ['--env', 'A=b c', '--env', 'API_TOKEN', '--env', 'HOME_TOKEN', '--env', 'C'],
    env: { API_TOKEN: 'x' },
  });
});

test('a read-only root has /tmp in memory, once', () => {
  const given = containerArguments({ readOnly: true, tmpfs: ['/tmp', '/var/cache'], network: 'a_b' }, '/w');
  expect(given).toMatchObject({
    args: ['--network', 'a_b', '--read-only', '--tmpfs', '/tmp', '--tmpfs', '/var/cache'],
  });
});

test('files of variables are those of the working directory', () => {
  expect(containerArguments({ envFile: ['.env'] }, '/w')).toMatchObject({ args: ['--env-file', '/w/.env'] });
});

test.each([{ env: ['-x'] }, { env: ['=x'] }, { tmpfs: ['x'] }, { network: '--privileged' }])(
  '%j is refused',
  (values) => {
    expect(containerArguments(values, '/w')).toHaveProperty('fault');
  },
);
