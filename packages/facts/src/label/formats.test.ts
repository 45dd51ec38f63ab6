import { formatsOf } from './formats.ts';

describe('formatsOf', () => {
  test.each([
    ['https://example.org/a?b=c', ['url']],
    ['git+ssh://git@example.org/a.git', ['url']],
    ['2026-02-28T23:59:60Z', ['rfc3339']],
    ['2024-02-29 10:00:00.123+05:30', ['rfc3339']],
    ['MIT OR Apache-2.0', ['spdx']],
    ['9fceb02', ['git-hash']],
    ['9fceb02d0ae598e95dc970b74767f19372d61af8', ['git-hash']],
    ['1.2.3-rc.1+build.5', ['semver']],
    ['team@example.org', ['email']],
    ['0bsd', ['spdx']],
  ])('%s is %j', (value, formats) => {
    expect(formatsOf(value)).toEqual(formats);
  });

  test.each([
    '',
    'example.org',
    'http://',
    'https://a b',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01',
    '2026-01-01T00:00:00+24:00',
    '9fceb0',
    '9FCEB02',
    'v1.2.3',
    '1.2',
    '01.2.3',
    'team@example',
    'Team <team@example.org>',
  ])('"%s" has none', (value) => {
    expect(formatsOf(value)).toEqual([]);
  });
});
