import type { SourceText, Span } from '@dockwarden-internal/syntax';
import { isSecretPair } from '../variable/secret-pair.ts';

/** `NAME=value`, `NAME: value`, `"NAME": "value"`; bounded, so that no line takes longer than it is long. */
const PAIR = /(?<![\w.-])([\w.-]{1,100})["']?[ \t]{0,20}[=:][ \t]{0,20}("[^"\n]*"?|'[^'\n]*'?|[^\s"',}\]]+)/g;

/** What looks like a secret in a file that cannot be read as it should, so that its facts do not tell. */
export function secretsInText({ text }: SourceText): Span[] {
  return Array.from(text.matchAll(PAIR)).flatMap(({ index, 0: pair, 1: name = '', 2: value = '' }) => {
    const end = index + pair.length;
    return isSecretPair(name, value.replace(/^["']|["']$/g, '')) ? [{ start: end - value.length, end }] : [];
  });
}
