import type { ShellWord } from '@dockwarden-internal/syntax';
import { isSecretName } from '../variable/secret-name.ts';
import { isSecretText } from './option-credentials.ts';

/** What sets a setting: `npm config set`, `npm set`, `aws configure set`, `poetry config`, `bundle config`. */
const SETS: ReadonlySet<string> = new Set(['config', 'configure', 'c']);
const SET_ALONE: ReadonlySet<string> = new Set(['npm', 'pnpm']);

/** Settings of poetry and composer whose last word is the secret, before it perhaps the user's name. */
const LAST_IS_SECRET = /^(http-basic|bearer|pypi-token|github-oauth|gitlab-oauth|gitlab-token|bitbucket-oauth)\.[\w.-]/;

/** Settings of bundler that hold no address of a server of gems. Source: bundle-config(1). */
const OTHER_OF_BUNDLER = /^(build|local|mirror|gem)\./;

/**
 * Where a command puts a literal secret into the settings of a program: `npm config set //registry/:_authToken abc`,
 * `aws configure set aws_secret_access_key abc`, `poetry config http-basic.acme user abc`, `bundle config gems.acme.io user:abc`.
 */
export function settingSecret(
  words: readonly ShellWord[],
): { readonly word: ShellWord; readonly offset: number } | undefined {
  const program = words[0]?.shown.replace(/^.*\//, '') ?? '';
  const from = words.findIndex(
    ({ shown }, at) => at > 0 && (SETS.has(shown) || (shown === 'set' && SET_ALONE.has(program))),
  );
  if (from < 0) return undefined;
  for (let at = from + 1; at < words.length - 1; at++) {
    const key = words[at]!.shown;
    const word = words[LAST_IS_SECRET.test(key) ? words.length - 1 : at + 1]!;
    const { value } = word;
    if (value === undefined) continue;
    if ((LAST_IS_SECRET.test(key) || isSecretName(key.replace(/^.*[:/.]/, ''))) && isSecretText(value))
      return { word, offset: 0 };
    const colon = value.indexOf(':');
    const ofServer = /^bundler?$/.test(program) && /\./.test(key) && !OTHER_OF_BUNDLER.test(key);
    if (ofServer && colon > 0 && isSecretText(value.slice(colon + 1))) return { word, offset: colon + 1 };
  }
  return undefined;
}
