import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder } from '../variable/secret-value.ts';

/** Options of single programs that take a password. Sources: the programs' manuals. */
const SHORT: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    sshpass: ['-p'],
    docker: ['-p'],
    podman: ['-p'],
    buildah: ['-p'],
    skopeo: ['-p'],
    oras: ['-p'],
    az: ['-p'],
    'redis-cli': ['-a'],
    sqlcmd: ['-P'],
    ldapsearch: ['-w'],
  }),
);

/** Of these `-p` means a password only in `login`. */
const WITH_LOGIN: ReadonlySet<string> = new Set(['docker', 'podman', 'buildah', 'skopeo', 'oras', 'az']);

/** Options that take `user:password`. */
const USER_AND_PASSWORD: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    curl: ['-u', '--user', '-U', '--proxy-user'],
  }),
);

/** Options of any program whose next word is the secret. Others take it behind `=` alone, since they may be switches. */
const LONG: ReadonlySet<string> = new Set(
  'password passwd pass token api-key apikey secret access-token auth-token client-secret access-key secret-key passphrase http-password proxy-password ftp-password requirepass masterauth'
    .split(' ')
    .map((name) => `--${name}`),
);

/**
 * Where in a command's word, or in the next one, an option holds a literal secret: the offset in that word. `next` is absent where the value
 * is known only when the command runs.
 */
export function optionSecret(
  program: string,
  words: readonly string[],
  word: string,
  next: string | undefined,
): { readonly inNext: boolean; readonly offset: number } | undefined {
  const joined = /^--?([A-Za-z][\w.-]*)=(.+)$/s.exec(word);
  if (joined) {
    const [, name, value] = joined;
    return isSecretName(name!) && isSecretText(value!)
      ? { inNext: false, offset: word.length - value!.length }
      : undefined;
  }
  const mysql = /^mysql/.test(program) && /^-p(.+)$/s.exec(word)?.[1];
  if (mysql) return isSecretText(mysql) ? { inNext: false, offset: 2 } : undefined;
  if (next === undefined || next.startsWith('-')) return undefined;
  if (USER_AND_PASSWORD.get(program)?.includes(word)) {
    const colon = next.indexOf(':');
    return colon > 0 && isSecretText(next.slice(colon + 1)) ? { inNext: true, offset: colon + 1 } : undefined;
  }
  const takes =
    LONG.has(word) || (SHORT.get(program)?.includes(word) && (!WITH_LOGIN.has(program) || words.includes('login')));
  return takes && isSecretText(next) ? { inNext: true, offset: 0 } : undefined;
}

function isSecretText(value: string): boolean {
  return !isPlaceholder(value) && !/[$\n]/.test(value);
}
