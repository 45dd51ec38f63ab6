interface SecretOptions {
  readonly options: readonly string[];
  /** A word without which the option means something else. */
  readonly beside?: string;
}

/**
 * Options of single programs that take a password.
 *
 * @source the programs' manuals
 * @asOf 2026-11-22
 */
export const PASSWORDS: ReadonlyMap<string, SecretOptions> = new Map(
  Object.entries({
    sshpass: { options: ['-p'] },
    docker: { options: ['-p'], beside: 'login' },
    podman: { options: ['-p'], beside: 'login' },
    buildah: { options: ['-p'], beside: 'login' },
    skopeo: { options: ['-p'], beside: 'login' },
    oras: { options: ['-p'], beside: 'login' },
    helm: { options: ['-p'], beside: 'login' },
    az: { options: ['-p'], beside: 'login' },
    dotnet: { options: ['-p', '--password'], beside: 'nuget' },
    'redis-cli': { options: ['-a'] },
    ...Object.fromEntries(
      ['mongosh', 'mongo', 'mongodump', 'mongorestore', 'mongoexport', 'mongoimport', 'mongostat', 'mongotop'].map(
        (name) => [name, { options: ['-p'] }],
      ),
    ),
    sqlcmd: { options: ['-P'] },
    ldapsearch: { options: ['-w'] },
    zip: { options: ['-P'] },
    unzip: { options: ['-P'] },
    useradd: { options: ['-p', '--password'] },
    usermod: { options: ['-p', '--password'] },
    groupadd: { options: ['-p', '--password'] },
    keytool: { options: ['-storepass', '-keypass', '-srcstorepass', '-deststorepass', '-srckeypass', '-destkeypass'] },
    jarsigner: { options: ['-storepass', '-keypass'] },
    openssl: { options: ['-k', '-pass', '-passin', '-passout'] },
  }),
);

/** Of programs without a table those that take the password in the word of the option: `mysql -phunter2` knows no other way. */
export const ATTACHED: ReadonlyMap<string, SecretOptions> = new Map(
  Object.entries({
    ...Object.fromEntries(
      [
        ...['mysql', 'mysqladmin', 'mysqldump', 'mysqlcheck', 'mysqlimport', 'mysqlshow', 'mysqlslap', 'mysqlpump'],
        ...['mariadb', 'mariadb-admin', 'mariadb-dump', 'mariadb-check', 'mariadb-import', 'mariadb-show'],
      ].map((name) => [name, { options: ['-p'] }]),
    ),
    sshpass: { options: ['-p'] },
    docker: { options: ['-p'], beside: 'login' },
    podman: { options: ['-p'], beside: 'login' },
    buildah: { options: ['-p'], beside: 'login' },
    skopeo: { options: ['-p'], beside: 'login' },
    helm: { options: ['-p'], beside: 'login' },
    '7z': { options: ['-p'] },
    '7za': { options: ['-p'] },
  }),
);

/** Options that take `user:password`. */
export const USER_AND_PASSWORD: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    curl: ['-u', '--user', '-U', '--proxy-user'],
  }),
);

/** Options of any program whose next word is the secret. Others take it behind `=` alone, since they may be switches. */
export const LONG: ReadonlySet<string> = new Set(
  'password passwd pass token api-key apikey secret access-token auth-token client-secret access-key secret-key passphrase http-password proxy-password ftp-password requirepass masterauth'
    .split(' ')
    .map((name) => `--${name}`),
);
