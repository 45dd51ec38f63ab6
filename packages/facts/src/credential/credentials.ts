import { jsonOrWords, type ShellCommand, type ShellWord, type Span, textAt } from '@dockwarden-internal/syntax';
import { memo } from '../kernel/memo.ts';
import { type Instruction, placeOf } from '../model/dockerfile.ts';
import type { Credential } from '../model/text.ts';
import { shellTreeOf } from '../runtime/shell-tree.ts';
import { isSecretName } from '../variable/secret-name.ts';
import { isPlaceholder, isSecretShaped } from '../variable/secret-value.ts';
import { optionSecret } from './option-credentials.ts';
import { holdsCredential } from './text-credentials.ts';

/** What declares variables holds its secrets as their values. */
const DECLARES: ReadonlySet<string> = new Set(['arg', 'env']);

/**
 * The secrets that are written out in an instruction, in document order, but for values of ARG and ENV and of what a RUN exports, which are
 * facts of variables.
 */
export const credentialsIn = memo((instruction: Instruction): readonly Credential[] => {
  const { node } = instruction;
  if (DECLARES.has(node.keyword) || node.keyword === 'onbuild') return [];
  const tree = shellTreeOf(instruction);
  const spans = tree
    ? tree.commands.flatMap((command) => inCommand(command, instruction))
    : jsonOrWords(node).flatMap(({ text, span }) => (holdsCredential(text) ? [span] : []));
  const found = new Map(spans.map((span) => [span.start, span]));
  return [...found.values()]
    .sort((one, other) => one.start - other.start)
    .map((span) => ({ instruction, place: placeOf(instruction.dockerfile, span) }));
});

function inCommand({ words, assignments, redirects }: ShellCommand, instruction: Instruction): Span[] {
  const spans: Span[] = [];
  const values = words.map(({ shown }) => shown);
  const program = values[0]?.replace(/^.*\//, '') ?? '';
  words.forEach((word, at) => {
    const next = words[at + 1];
    const found =
      at > 0 ? (optionSecret(program, values, word.shown, next?.value) ?? settingSecret(values, at, next)) : undefined;
    if (found) spans.push(within(found.inNext ? next! : word, found.offset, instruction));
    else if (holdsCredential(word.shown)) spans.push(word.span);
  });
  for (const { name, value, exported, valueSpan } of assignments) {
    if (exported || value === undefined) continue;
    if (isSecretShaped(value) || (isSecretName(name) && !isPlaceholder(value))) spans.push(valueSpan);
  }
  for (const { operator, target } of redirects) {
    if (operator === '<<<' && target && holdsCredential(target.shown)) spans.push(target.span);
  }
  return spans;
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
function within({ span, shown }: ShellWord, offset: number, { dockerfile }: Instruction): Span {
  const written = textAt(placeOf(dockerfile, span));
  return written === shown ? { start: span.start + offset, end: span.end } : span;
}
