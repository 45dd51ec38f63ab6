import { isSecretName } from './secret-name.ts';

describe('isSecretName', () => {
  test.each([
    'NPM_TOKEN',
    'dbPassword',
    'POSTGRES_PASSWORD',
    'AWS_ACCESS_KEY_ID',
    'aws_secret_access_key',
    'STRIPE_API_KEY',
    'apikey',
    'SSH_PRIVATE_KEY',
    'JWT_SECRET',
    'GOOGLE_CREDENTIALS',
    'MYSQL_PWD',
    'SECRET_PASSPHRASE',
    'DB_CONNECTION_STRING',
    'VITE_AUTH_TOKEN',
    'REGISTRY_AUTH',
    'ENCRYPTION_KEY',
    'npm_config__authToken',
    'DB_PASS',
    'userPass',
    'mail__options__auth__pass',
    'ADMIN_PW',
    'GITHUB_PAT',
    'WEBPASSWORD',
    'GITHUB_ACCESSTOKEN',
  ])('%s says secret', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  test.each([
    'PUBLIC_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'APPLICATIONINSIGHTS_CONNECTION_STRING',
    'NEXT_PUBLIC_API_KEY',
    'TOKEN_URL',
    'SECRET_FILE',
    'POSTGRES_PASSWORD_FILE',
    'KEY_PATH',
    'PASSWORD_MIN_LENGTH',
    'TOKEN_EXPIRY',
    'AUTH_ENABLED',
    'GPG_KEY',
    'SSH_AUTH_SOCK',
    'MONKEY',
    'SORT_KEY',
    'LOGGING__FILTERS__0__KEY',
    'PRIVATE_KEY_ROTATION_GRACE_PERIOD',
    'KEYBOARD',
    'TOKENIZERS_PARALLELISM',
    'AUTHOR',
    'PATH',
    'NODE_ENV',
    'COMPASS',
    'PASS',
    'PASS_COUNT',
    'FIRST_PASS',
    'VNC_NO_PASSWORD',
    'SKIP_PATTERN',
    '',
  ])('%s does not', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
