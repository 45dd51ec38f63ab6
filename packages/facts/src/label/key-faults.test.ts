import { keyFaultsOf } from './key-faults.ts';

describe('keyFaultsOf', () => {
  test.each(['maintainer', 'org.opencontainers.image.base.name', 'build-date', 'io.k8s.v2', 'com.dockerhub.team'])(
    'finds nothing wrong with %s',
    (key) => {
      expect(keyFaultsOf(key)).toEqual([]);
    },
  );

  test.each([
    [
      'Vendor',
      [
        'does not begin with a lower-case letter',
        'has characters other than lower-case letters, digits, dots and hyphens',
      ],
    ],
    ['9lives', ['does not begin with a lower-case letter']],
    ['build_date', ['has characters other than lower-case letters, digits, dots and hyphens']],
    ['a..b', ['has two separators in a row']],
    ['a.-b', ['has two separators in a row']],
    ['team-', ['does not end with a lower-case letter or digit']],
    ['com.docker.compose', ['is in a namespace that Docker reserves']],
    ['io.docker.x', ['is in a namespace that Docker reserves']],
    ['org.dockerproject.x', ['is in a namespace that Docker reserves']],
  ])('names the faults of %s', (key, faults) => {
    expect(keyFaultsOf(key)).toEqual(faults);
  });

  test('an empty key has no good begin or end', () => {
    expect(keyFaultsOf('')).toHaveLength(2);
  });
});
