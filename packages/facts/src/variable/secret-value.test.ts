// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shell text
import { isPlaceholder, isRandom, isSecretShaped } from './secret-value.ts';

// Put together here, so that no scanner takes this file for a leak.
const filled = (prefix: string, length: number) => prefix + 'Ab2C'.repeat(20).slice(0, length);

describe('isSecretShaped', () => {
  test.each([
    `${'-----BEGIN RSA '}PRIVATE KEY-----\nMIIE`,
    `AKIA${'ABCDEFGH'.repeat(2)}`,
    filled('ghp_', 36),
    filled('github_pat_', 30),
    filled('glpat-', 20),
    filled('xoxb-', 20),
    filled('sk_live_', 24),
    filled('npm_', 36),
    `${filled('eyJ', 20)}.${filled('eyJ', 20)}.sig`,
    'postgres://app:hunter2@db:5432/app',
    'https://user:pa55@git.example.org/x.git',
    'Server=db,1433;Database=app;User Id=sa;Password=hunter2;TrustServerCertificate=True',
    'host=db; uid=app; pwd="hunter2"',
    '-Xmx1g -Djavax.net.ssl.trustStorePassword=changeit',
    '--mode=fast --api-key=hunter2',
  ])('case %#', (value) => {
    expect(isSecretShaped(value)).toBe(true);
  });

  test.each([
    '',
    'hunter2',
    'https://example.org/x',
    'postgres://app@db/app',
    'postgres://app:$PASSWORD@db/app',
    'postgres://app:<password>@db/app',
    'Server=db;Database=app;User Id=sa;Password=$DB_PASSWORD',
    'Server=db;Password=;Database=app',
    'a=1;password=hunter2',
    '-Ddb.password=${DB_PASSWORD} -Dtoken.url=x --password-file=/run/x --token=<token>',
    'localhost:3000',
    'sk-1',
    'skip-this-step',
    'AKIA',
  ])('not "%s"', (value) => {
    expect(isSecretShaped(value)).toBe(false);
  });

  test('reads hostile input in no time', () => {
    const started = Date.now();
    isSecretShaped('a://:'.repeat(100_000));
    isSecretShaped('eyJ'.repeat(100_000));
    isSecretShaped(';user=;password='.repeat(20_000));
    isSecretShaped(' -Dpassword='.repeat(20_000));
    isPlaceholder('<'.repeat(100_000));
    expect(Date.now() - started).toBeLessThan(60_000);
  });
});

describe('isPlaceholder', () => {
  test.each([
    '',
    ' ',
    'true',
    '0',
    '42',
    '/run/secrets/x',
    './key.pem',
    'https://example.org',
    '<token>',
    'xxxx',
    'XXX-XXX',
    'sk-xxxxxxxx',
    'xxxxxxxx-xxxx-xxxx',
    '***',
    'dummy',
    'your-token-here',
    'REPLACE_ME',
  ])('"%s" stands for no secret', (value) => {
    expect(isPlaceholder(value)).toBe(true);
  });

  test.each(['changeme', 'hunter2', '123456', 's3cr3t/x', 'root', 'sk-xray', 'prefix-xxx'])(
    '"%s" may be one',
    (value) => {
      expect(isPlaceholder(value)).toBe(false);
    },
  );
});

test('isRandom: a long word of letters and digits', () => {
  expect(isRandom('9f86d081884c7d659a2feaa0c55ad015')).toBe(true);
  expect(isRandom('c2VjcmV0LTEyMzQ1Njc4OTA=')).toBe(true);
  expect(
    ['ProcessId', 'short1', 'x'.repeat(30), '/run/secrets/0123456789abcdef', 'two words 0123456789abc'].map(isRandom),
  ).toEqual([false, false, false, false, false]);
});
