import { type ShellCommand, type ShellWord, type SourceText, type Span, textAt } from '@dockwarden-internal/syntax';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder, isSecretShaped } from '../variable/secret-value.ts';
import { bodyCredentials, credentialsAt } from './body-credentials.ts';
import { optionSecret } from './option-credentials.ts';
import { holdsCredential } from './text-credentials.ts';

/**
 * Where a command has a secret written out: in an option, in a word or what it sets, or in a text that it reads. What it exports is a variable's
 * value where there are facts of variables, and left out there.
 */
export function commandCredentials(
  { words, assignments, redirects }: ShellCommand,
  source: SourceText,
  { exports }: { readonly exports: boolean },
): Span[] {
  const spans: Span[] = [];
  const values = words.map(({ shown }) => shown);
  const program = values[0]?.replace(/^.*\//, '') ?? '';
  words.forEach((word, at) => {
    const next = words[at + 1];
    // Where an image's own entrypoint is the program, the first word is an option.
    const found =
      at > 0 || word.shown.startsWith('-')
        ? (optionSecret(program, values, word.shown, next?.value) ?? settingSecret(values, at, next))
        : undefined;
    if (found) spans.push(within(found.inNext ? next! : word, found.offset, source));
    else if (holdsCredential(word.shown)) spans.push(word.span);
  });
  for (const { name, value, exported, valueSpan } of assignments) {
    if ((exported && !exports) || value === undefined) continue;
    if (isSecretShaped(value) || (isSecretName(name) && !isPlaceholder(value))) spans.push(valueSpan);
  }
  for (const { operator, target, body } of redirects) {
    if (operator === '<<<' && target && holdsCredential(target.shown)) spans.push(target.span);
    if (body) spans.push(...inBody(body.text, body.span, source));
  }
  return spans;
}

/** What a heredoc holds; all of it where its text differs from what is written in a way that hides the place. */
function inBody(text: string, span: Span, source: SourceText): Span[] {
  const written = credentialsAt(span, source);
  return written.length > 0 || bodyCredentials(text).length === 0 ? written : [span];
}

/** `npm config set //registry/:_authToken abc`, `aws configure set aws_secret_access_key abc`. */
function settingSecret(
  words: readonly string[],
  at: number,
  next: ShellWord | undefined,
): { readonly inNext: true; readonly offset: 0 } | undefined {
  if (next?.value === undefined || !words.slice(1, at).some((word) => word === 'config' || word === 'configure'))
    return undefined;
  const name = words[at]!.replace(/^.*[:/.]/, '');
  return isSecretName(name) && !isPlaceholder(next.value) ? { inNext: true, offset: 0 } : undefined;
}

/** The rest of a word from an offset of its text; all of it where quotes make the two differ. */
function within({ span, shown }: ShellWord, offset: number, source: SourceText): Span {
  const written = textAt({ source, span });
  return written === shown ? { start: span.start + offset, end: span.end } : span;
}
