import type { Span } from '@dockwarden-internal/syntax';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder } from '../variable/secret-value.ts';

/**
 * A line of settings, as of `.env` or application.properties: a name, `=`, and a value that is all of the rest. With blanks around the sign it
 * has to be in quotes, since scripts in other languages write so, too. Lines may be divided as printf has them.
 */
const LINE =
  /(?:^|\n|\\n)[ \t]{0,20}(?:export[ \t]{1,9})?([A-Za-z_][\w.-]{0,100})(?:=|[ \t]{0,9}=[ \t]{0,9}(?=["']))["']?([^\s"'`$%<>{}()[\];\\]{3,200})["']?[ \t]{0,9}(?=\\n|\r?\n|$)/g;

/** The values of a text's lines that by their names are secrets. */
export function lineSecrets(text: string): Span[] {
  return Array.from(text.matchAll(LINE)).flatMap(({ index, 0: all, 1: name = '', 2: value = '' }) => {
    if (!isSecretName(name) || isPlaceholder(value)) return [];
    const start = index + all.lastIndexOf(value);
    return [{ start, end: start + value.length }];
  });
}
