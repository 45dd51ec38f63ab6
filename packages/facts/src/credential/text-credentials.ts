import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder, isSecretShaped } from '../variable/secret-value.ts';
import { lineSecrets } from './line-secrets.ts';

/** Words around a secret, each with the secret as its only group. No group takes a variable. */
export const AROUND: readonly RegExp[] = [
  /\bauthorization:\s{0,9}(?:basic|bearer|token)\s{1,9}([^\s"'$]{8,200})/i,
  /\b(?:private-token|x-api-key|x-auth-token|job-token):\s{0,9}([^\s"'$]{8,200})/i,
  /:_(?:authToken|auth|password)\s?=\s?([^\s"'$]{4,300})/,
  // What debconf-set-selections reads.
  /\/[\w-]{0,60}password[\w-]{0,60}\s{1,9}(?:password|string)\s{1,9}([^\s"'$]{2,200})/i,
  /\bmachine\s{1,9}\S{1,100}(?:\s|\\n){1,9}login\s{1,9}\S{1,100}(?:\s|\\n){1,9}password\s{1,9}([^\s"'$\\]{4,200})/,
];

/** True for a text that holds a credential, by its shape or by the words around it; or, but for what is an assignment itself, as a line of settings. */
export function holdsCredential(text: string, assigns = false): boolean {
  const start = text.slice(0, 10_000);
  if (isSecretShaped(start) || (!assigns && lineSecrets(start).length > 0)) return true;
  return AROUND.some((words) => {
    const secret = words.exec(start)?.[1];
    return secret !== undefined && !isPlaceholder(secret);
  });
}

/** True for a header of HTTP whose name says secret and whose value is written out: `X-Vault-Token: …`. */
export function isSecretHeader(text: string): boolean {
  const header = /^\s{0,9}([\w-]{1,100}):\s{0,9}(?:\w{1,20}\s{1,9})?([^\s$]{8,500})\s{0,9}$/.exec(text.slice(0, 1000));
  if (!header) return false;
  const [, name, value] = header;
  return (isSecretName(name!) || HEADERS.has(name!.toLowerCase())) && !isPlaceholder(value!);
}

/** Headers that hold a secret, though their names do not say so. */
const HEADERS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'x-jfrog-art-api']);
