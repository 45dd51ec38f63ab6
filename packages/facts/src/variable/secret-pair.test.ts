import { isSecretPair } from './secret-pair.ts';

test.each([
  ['DB_PASSWORD', 'hunter2', true],
  ['DB_PASSWORD', 'changeme-please', true],
  ['DB_PASSWORD', '', false],
  ['DB_PASSWORD', '/run/secrets/db', false],
  ['GREETING', 'hunter2', false],
  ['GREETING', `ghp_${'a'.repeat(36)}`, true],
])('%s=%s is a secret: %s', (name, value, secret) => {
  expect(isSecretPair(name, value)).toBe(secret);
});
