import type { ShellWord, Span } from '@dockwarden-internal/syntax';
import type { FlagReading } from '../commands/flag-reading.ts';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder } from '../variable/secret-value.ts';
import { ATTACHED, LONG, PASSWORDS, USER_AND_PASSWORD } from './secret-options.ts';
import { isSecretHeader } from './text-credentials.ts';

/** Where in a command's word, or in the next one, a literal secret stands: the offset in that word. */
export interface SecretInWord {
  readonly inNext: boolean;
  readonly offset: number;
}

/**
 * Where an option holds a literal secret, as far as the words alone tell: that goes for any program. `next` is absent where the value is known
 * only when the command runs.
 */
export function optionSecret(
  program: string,
  words: readonly string[],
  word: string,
  next: string | undefined,
): SecretInWord | undefined {
  const joined = /^--?([A-Za-z][\w.-]*)=(.+)$/s.exec(word);
  if (joined) {
    const [, name, value] = joined;
    return isSecretName(name!) && isSecretText(value!)
      ? { inNext: false, offset: word.length - value!.length }
      : undefined;
  }
  const attached = word.slice(0, 2);
  if (word.length > 2 && isPasswordOption(ATTACHED, program, attached, words))
    return isSecretText(word.slice(2)) ? { inNext: false, offset: 2 } : undefined;
  if (next === undefined || next.startsWith('-')) return undefined;
  const takes = LONG.has(word) || isPasswordOption(PASSWORDS, program, word, words);
  const offset = takes ? passwordStart(next) : undefined;
  return offset === undefined ? undefined : { inNext: true, offset };
}

/** Where an option of a program that is known by its table holds a literal secret: in letters that are written together, too. */
export function flagSecret(
  program: string,
  words: readonly string[],
  { name, value, valueSpan, unresolved }: FlagReading,
): Span | undefined {
  if (value === undefined || !valueSpan) return undefined;
  if (USER_AND_PASSWORD.get(program)?.includes(name)) {
    const colon = value.indexOf(':');
    return colon > 0 && isSecretText(value.slice(colon + 1)) ? behind(valueSpan, value, colon + 1) : undefined;
  }
  if (/^(-H|--header|--proxy-header)$/.test(name)) return isSecretHeader(value) ? valueSpan : undefined;
  const takes = !unresolved && isPasswordOption(PASSWORDS, program, name, words);
  const offset = takes ? passwordStart(value) : undefined;
  return offset === undefined ? undefined : behind(valueSpan, value, offset);
}

/** The rest of a value from an offset of its text; all of it where quotes hide the place. */
function behind({ start, end }: Span, value: string, offset: number): Span {
  return end - start === value.length ? { start: start + offset, end } : { start, end };
}

function isPasswordOption(table: typeof PASSWORDS, program: string, option: string, words: readonly string[]): boolean {
  const found = table.get(program);
  return found?.options.includes(option) === true && (found.beside === undefined || words.includes(found.beside));
}

/** Where the password begins; openssl writes `pass:` in front of one, and otherwise says where it is to be found. Source: openssl-passphrase-options(1). */
function passwordStart(value: string): number | undefined {
  if (/^(env|file|fd):|^stdin$/.test(value)) return undefined;
  const offset = value.startsWith('pass:') ? 'pass:'.length : 0;
  return isSecretText(value.slice(offset)) ? offset : undefined;
}

/** `htpasswd -b FILE USER PASSWORD`, `mc alias set NAME URL USER PASSWORD`. */
export function operandSecret(
  program: string,
  flags: readonly FlagReading[],
  args: readonly ShellWord[],
): Span | undefined {
  if (program === 'mc') {
    const typed = args.map(({ shown }) => shown).join(' ');
    const password = args[/^alias set /.test(typed) ? 5 : /^config host add /.test(typed) ? 6 : -1];
    return password?.value && isSecretText(password.value) ? password.span : undefined;
  }
  const last = args.at(-1);
  if (program !== 'htpasswd' || !last?.value || args.length < 2) return undefined;
  return flags.some(({ name }) => /^-[a-zA-Z]*b/.test(name)) && isSecretText(last.value) ? last.span : undefined;
}

export function isSecretText(value: string): boolean {
  return !isPlaceholder(value) && !/[$\n]/.test(value);
}
