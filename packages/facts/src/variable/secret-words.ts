/**
 * A word of a name that by itself says secret.
 *
 * @source the variables of common tools and images, and names in public Dockerfiles and Compose files
 * @asOf 2026-11-21
 */
export const secretWords: ReadonlySet<string> = new Set([
  ...['password', 'passwd', 'pword', 'pwd', 'passphrase', 'pgpassword', 'sshpass'],
  ...[
    'secret',
    'secrets',
    'token',
    'tokens',
    'apikey',
    'apikeys',
    'apitoken',
    'authtoken',
    'accesstoken',
    'accesskey',
    'secretkey',
    'privatekey',
  ],
  ...['credential', 'credentials', 'creds'],
]);

/** Words that say secret at the end of a name that has others before it: `DB_PASS`, `GITHUB_PAT`; not `PASS` or `PAT_COUNT`. */
export const lastWords: ReadonlySet<string> = new Set(['pass', 'pw', 'pat']);

/** Words before which `pass` is a run through something: `FIRST_PASS`. */
export const countingWords: ReadonlySet<string> = new Set(['first', 'second', 'last', 'one', 'two', 'single', 'multi']);

/** Ends of a word that say secret, as of `WEBPASSWORD`. */
export const secretEnds: readonly string[] = ['password', 'passwd', 'passphrase'];

/** Words that say secret behind one of the words of the second list: `STRIPE_API_KEY`, `REGISTRY_AUTH`. */
export const weakWords: ReadonlySet<string> = new Set(['key', 'keys', 'auth']);
export const qualifiers: ReadonlySet<string> = new Set([
  ...[
    'api',
    'access',
    'private',
    'secret',
    'encryption',
    'signing',
    'sign',
    'ssh',
    'deploy',
    'license',
    'licence',
    'master',
    'account',
  ],
  ...[
    'storage',
    'service',
    'client',
    'app',
    'admin',
    'session',
    'cookie',
    'jwt',
    'aes',
    'rsa',
    'hmac',
    'tls',
    'ssl',
    'server',
    'host',
  ],
  ...['basic', 'http', 'proxy', 'registry', 'docker', 'npm', 'redis', 'redisli', 'rediscli'],
  ...[
    'stripe',
    'openai',
    'anthropic',
    'aws',
    'azure',
    'google',
    'gcp',
    'github',
    'gitlab',
    'sentry',
    'datadog',
    'sendgrid',
    'twilio',
  ],
]);

/** Two words in a row that say secret, where neither does alone. */
export const secretPairs: ReadonlySet<string> = new Set([
  'connection string',
  'basic auth',
  'deploy keys',
  'api keys',
  'access keys',
  'private keys',
]);

/** Words that make the rest of a name harmless: what is named is public, or only points at the secret or describes it. */
export const harmlessWords: ReadonlySet<string> = new Set([
  ...['public', 'pub', 'publishable', 'anon', 'dummy', 'example', 'fake', 'placeholder', 'no', 'nopasswd'],
  ...[
    'file',
    'files',
    'filename',
    'path',
    'paths',
    'dir',
    'directory',
    'folder',
    'location',
    'mount',
    'sock',
    'socket',
  ],
  ...['url', 'uri', 'endpoint', 'host', 'port', 'domain', 'issuer', 'audience', 'provider', 'region', 'arn'],
  ...[
    'name',
    'names',
    'header',
    'prefix',
    'suffix',
    'field',
    'type',
    'kind',
    'format',
    'mode',
    'method',
    'backend',
    'driver',
  ],
  ...[
    'version',
    'algorithm',
    'alg',
    'cipher',
    'size',
    'length',
    'len',
    'bits',
    'rounds',
    'cost',
    'min',
    'max',
    'count',
    'limit',
    'index',
  ],
  ...[
    'expiry',
    'expires',
    'expiration',
    'expire',
    'ttl',
    'timeout',
    'lifetime',
    'age',
    'interval',
    'rotation',
    'grace',
    'period',
    'days',
    'hours',
    'minutes',
    'seconds',
  ],
  ...[
    'enabled',
    'enable',
    'disabled',
    'disable',
    'required',
    'require',
    'allow',
    'allowed',
    'optional',
    'use',
    'skip',
    'policy',
    'plugin',
  ],
  ...['sha', 'sha1', 'sha256', 'sha512', 'md5', 'checksum', 'digest', 'fingerprint', 'gpg', 'pgp', 'keyserver'],
  ...['sort', 'partition', 'primary', 'foreign', 'cache', 'idempotency', 'map', 'board'],
]);

/** Last words of names that say whose secret it is, and not which: `BASIC_AUTH_USERNAME`; unlike `USER_PASSWORD`. */
export const holders: ReadonlySet<string> = new Set(['user', 'username', 'login', 'email']);

/** Names that are known to hold a credential, whatever their words say. */
export const secretNames: ReadonlySet<string> = new Set([
  ...[
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
    'AZURE_CLIENT_SECRET',
    'AZURE_STORAGE_ACCOUNT_KEY',
  ],
  ...[
    'GOOGLE_APPLICATION_CREDENTIALS_JSON',
    'MYSQL_PWD',
    'REDISCLI_AUTH',
    'DOCKER_AUTH_CONFIG',
    'ANSIBLE_VAULT_PASSWORD',
  ],
]);

/** Names that sound like a secret and hold none. */
export const harmlessNames: ReadonlySet<string> = new Set([
  // A path, by the documentation of Google's client libraries.
  'GOOGLE_APPLICATION_CREDENTIALS',
  // Says where to report to, and is no secret, by the documentation of Azure Monitor.
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  ...['KEY', 'AUTH', 'SSH_AUTH_SOCK', 'XAUTHORITY', 'GPG_KEY', 'GPG_KEYS', 'TOKENIZERS_PARALLELISM', 'PWD', 'OLDPWD'],
  ...['MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD', 'POSTGRES_HOST_AUTH_METHOD', 'SECRET_KEY_BASE_DUMMY'],
]);
