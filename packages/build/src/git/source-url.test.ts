import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sourceUrl } from './source-url.ts';

test.each([
  ['git@github.com:a/b.git', 'https://github.com/a/b'],
  ['github.com:a/b', 'https://github.com/a/b'],
  ['https://github.com/a/b.git', 'https://github.com/a/b'],
  ['https://user:tok@en@GitLab.example.com:8443/g/sub/p.git/', 'https://gitlab.example.com:8443/g/sub/p'],
  ['https://x-access-token:ghs_1@github.com/a/b?token=1#f', 'https://github.com/a/b'],
  ['http://git.local/a/b', 'http://git.local/a/b'],
  ['ssh://git@host.example:2222/a/b.git', 'https://host.example/a/b'],
  ['git+ssh://git@host.example/a/b.git', 'https://host.example/a/b'],
  ['git://host.example/a/b.git', 'https://host.example/a/b'],
  ['git@ssh.dev.azure.com:v3/org/project/repo', 'https://dev.azure.com/org/project/_git/repo'],
  ['git@[::1]:a/b', 'https://[::1]/a/b'],
])('%s is at %s', (remote, wanted) => {
  expect(sourceUrl(remote)).toBe(wanted);
});

test.each([
  '',
  '/srv/git/a.git',
  '../a',
  './a:b',
  'C:\\git\\a',
  'C:/git/a',
  'file:///srv/a',
  'codecommit::us-east-1://a',
  'ext::sh -c x',
  'https://github.com/',
  'https://',
  'git@github.com:',
  'https://github.com/a\nb',
])('%j names nothing that others can reach', (remote) => {
  expect(sourceUrl(remote)).toBeUndefined();
});

test('no password comes through', () => {
  const word = fc.stringMatching(/^[a-z0-9@:%._-]{1,12}$/);
  fc.assert(
    fc.property(word, fc.constantFrom('https', 'http', 'ssh', 'git'), (word, scheme) => {
      expect(sourceUrl(`${scheme}://user:SECRET${word}@host.example/a/b`) ?? '').not.toContain('SECRET');
    }),
  );
});
