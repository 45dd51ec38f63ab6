import { sourceText } from '@dockwarden-internal/syntax';
import { growth, MOST_GROWTH } from '@dockwarden-internal/syntax/test-support/growth';
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

test.each(['x', 'a=', 'PASSWORD ', '"'])('a line of %s takes no longer than it is long', async (part) => {
  const cost = await growth(2e6, (length) => found(`${part.repeat(length / part.length)}=`));
  expect(cost).toBeLessThan(MOST_GROWTH);
});
