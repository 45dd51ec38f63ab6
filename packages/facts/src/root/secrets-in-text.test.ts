import { sourceText } from '@dockwarden-internal/syntax';
import { secretsInText } from './secrets-in-text.ts';

const found = (text: string) => secretsInText(sourceText('f', text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['ENVV DB_PASSWORD=hunter2hunter2 A=b', ['hunter2hunter2']],
  ['  DB_PASSWORD: hunter2 # the dog', ['hunter2']],
  ['{ "API_TOKEN": "q8Zk 2Lm", "MODE": "x" }', ['"q8Zk 2Lm"']],
  ["db_password = 'open", ["'open"]],
  ['url: postgres://app:hunter2@db/x', ['postgres://app:hunter2@db/x']],
  ['PASSWORD_FILE=/run/secrets/db MODE=x', []],
  ['DB_PASSWORD=/run/secrets/db', []],
])('%j hides %j', (text, secrets) => expect(found(text)).toEqual(secrets));

test('a long line takes no longer than it is long', () => {
  const started = Date.now();
  for (const line of ['x'.repeat(2e6), 'a='.repeat(1e6), `${'PASSWORD '.repeat(2e5)}=`, '"'.repeat(2e6)]) found(line);
  expect(Date.now() - started).toBeLessThan(3000);
});
