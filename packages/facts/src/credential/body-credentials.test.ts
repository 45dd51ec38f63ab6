import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
import { bodyCredentials } from './body-credentials.ts';

const found = (text: string) => bodyCredentials(text).map(({ start, end }) => text.slice(start, end));

// Put together here, so that no scanner takes this file for a leak.
const token = `ghp_${'Ab2C'.repeat(9)}`;

test('every secret of a long text is found, whatever piece it is in', () => {
  const lines = Array.from({ length: 400 }, (_, line) => `# ${'x'.repeat(97)}\nkey${line}: ${token}${line}`);
  expect(found(lines.join('\n'))).toEqual(lines.map((_, line) => token + line));
});

test('a line that is longer than a piece is looked through too', () => {
  expect(found(`${'x '.repeat(30_000)}${token}\n`)).toEqual([token]);
});

test('a private key without an end goes to the end', () => {
  const key = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nhunter2\n`;
  expect(found(`a\n${key}${key}`)).toEqual([key + key]);
});

test('lines of settings whose names say secret', () => {
  const text =
    '# a\nDB_USER=bob\nDB_PASSWORD=hunter2\nexport TOKEN="hunter3"\nspring.datasource.password=hunter4\napi_key = "hunter5"\n';
  expect(found(text)).toEqual(['hunter2', 'hunter3', 'hunter4', 'hunter5']);
});

test('what is no line of settings, or names no secret, is none', () => {
  const lines = [
    'PASSWORD=$PASSWORD',
    'token = read()',
    'password = args.password',
    'TOKEN={{ token }}',
    'SECRET_FILE=/x',
    'password: x',
  ];
  expect(
    found([...lines, 'PasswordAuthentication=no', 'if password=hunter2 then', 'TOKEN=', 'secret=true'].join('\n')),
  ).toEqual([]);
});

test('nothing is found in nothing', () => expect(found('')).toEqual([]));

test.each([
  'eyJ-',
  'a://:',
  'machine a login b ',
  `-----BEGIN ${'PRIVATE'} KEY-----`,
  ':_auth=',
  'a_password=',
  '\\n',
  'x',
])('a text of %s takes no longer than it is long', async (part) => {
  const cost = await growth(1_000_000, (length) => bodyCredentials(part.repeat(length / part.length)));
  expect(cost).toBeLessThan(MOST_GROWTH);
});
