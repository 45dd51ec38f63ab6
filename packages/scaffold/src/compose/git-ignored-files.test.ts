import { gitIgnoreFile } from './git-ignored-files.ts';

test.each([
  [undefined, '# Passwords and settings of one machine\n/.env\n/.secrets/\n'],
  ['node_modules', 'node_modules\n\n# Passwords and settings of one machine\n/.env\n/.secrets/\n'],
  ['a\r\n.env\r\n', 'a\r\n.env\r\n\r\n# Passwords and settings of one machine\r\n/.secrets/\r\n'],
])('%j', (there, expected) => {
  expect(gitIgnoreFile('.gitignore', there)?.text).toBe(expected);
  expect(gitIgnoreFile('.gitignore', expected)).toBeUndefined();
});
